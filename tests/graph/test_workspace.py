import errno
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.errors import StoreError
from extract.facts import CueRecord, Extraction, Passage
from graph.keeping.sources import Source
from graph.workspace import Workspace
from tests.graph.small_facts import corpus, sha_of


def filled(folder: Path, *docs: str) -> Workspace:
    place = Workspace(folder)
    place.prepare()
    for doc in docs:
        some = corpus(doc)
        extraction = Extraction(list(some.facts), list(some.doubts), list(some.context))
        source = Source(sha_of(doc), doc, f"/gazettes/{doc}", "rules-1", ("420117", None, None, None, "云湖公报"))
        place.put(source, extraction, [Passage(doc, 0, 3, 1, "第一行")])
    return place


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    place = filled(tmp_path / "w", "a.txt", "c.txt")
    found, expected = place.corpus(), corpus("a.txt", "c.txt")
    assert (found.facts, found.doubts, found.context) == (expected.facts, expected.doubts, expected.context)
    assert [p.text for p in found.passages] == ["第一行", "第一行"]
    assert found.gazettes == {"a.txt": "云湖公报", "c.txt": "云湖公报"}


def test_a_document_without_its_source_file_is_not_there_yet(tmp_path: Path) -> None:
    place = filled(tmp_path, "a.txt", "b.txt")
    (place.facts_folder / f"{sha_of('a.txt')}.source.json").unlink()  # a crash before the last of the renames
    assert [source.doc for source in place.sources()] == ["b.txt"]
    assert {fact.evidence.doc for fact in place.corpus().facts} == {"b.txt"}


def test_nothing_is_left_beside_the_files(tmp_path: Path) -> None:
    place = filled(tmp_path, "a.txt")
    assert not list(place.facts_folder.glob(".*"))


def test_two_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    place = filled(tmp_path, "a.txt")
    some = corpus("a.txt")
    other = Source("f" * 64, "a.txt", "/elsewhere/a.txt", "rules-1")
    place.put(other, Extraction(list(some.facts)), [])
    names = {fact.evidence.doc for fact in place.corpus().facts}
    assert names == {f"{sha_of('a.txt')[:8]}/a.txt", "ffffffff/a.txt"}


def test_forgetting_leaves_nothing_of_a_document(tmp_path: Path) -> None:
    place = filled(tmp_path, "a.txt", "b.txt")
    place.forget(sha_of("a.txt"))
    assert [source.doc for source in place.sources()] == ["b.txt"]
    assert not list(place.facts_folder.glob(f"{sha_of('a.txt')}*"))


@pytest.mark.parametrize("name", ["a.txt", "/gazettes/a.txt", sha_of("a.txt"), sha_of("a.txt")[:12]])
def test_a_document_is_found_by_name_path_and_hash(tmp_path: Path, name: str) -> None:
    assert filled(tmp_path, "a.txt", "b.txt").find(name).doc == "a.txt"


def test_an_unknown_document_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no document 'x\.txt'.*a\.txt"):
        filled(tmp_path, "a.txt").find("x.txt")


def test_the_store_is_the_embedded_one_unless_the_settings_name_another(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    place.prepare()
    assert place.store_url == f"kglite://{(tmp_path / 'w' / 'graph.kgl').absolute()}"


def test_a_store_that_a_workspace_names_is_used_only_if_the_user_confirms_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(tmp_path / "w")
    place.prepare()
    (place.folder / "zhize.toml").write_text('store = "bolt://127.0.0.1:7687"\n', encoding="utf-8")
    user = tmp_path / "settings.toml"
    monkeypatch.setenv("ZHIZE_SETTINGS", str(user))
    with pytest.raises(StoreError, match=r"--store, or list it under stores in .*settings\.toml"):
        _ = place.store_url
    user.write_text('stores = ["bolt://127.0.0.1:7688"]\n', encoding="utf-8")
    with pytest.raises(StoreError, match="not confirmed"):
        _ = place.store_url
    user.write_text('stores = ["bolt://127.0.0.1:7687"]\n', encoding="utf-8")
    assert place.store_url == "bolt://127.0.0.1:7687"
    user.write_text("stores = 5\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"settings\.toml: stores: expected a list"):
        _ = place.store_url


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("jurisdiction = [1]", "zhize.toml: jurisdiction: expected text"),
        ("source = 5", "zhize.toml: source: expected a list"),
        ("source = [5]", r"zhize.toml: source\[0\]: expected a table"),
        ("stores = 1", "'stores' is an unknown key"),
        ("jurisdiction = " + "9" * 5000, "zhize.toml: not TOML"),
        ("jurisdiction = " + "9" * 300, "zhize.toml: jurisdiction: a number of too many digits"),
        ("a = " + "[" * 5000, "zhize.toml: nested too deep"),
        ('[[source]]\npath = "x"', "it lacks 'jurisdiction'"),
        ('[[source]]\npath = "x"\njurisdiction = true', "expected text"),
    ],
)
def test_settings_of_another_shape_are_named_by_file_and_key(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "zhize.toml").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=message) as error:
        Workspace(tmp_path).settings()
    assert len(str(error.value)) < 400


def test_settings_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "zhize.toml").write_text("jurisdiction = 330682\n", encoding="utf-8-sig")
    assert Workspace(tmp_path).settings().jurisdiction == "330682"


@pytest.mark.parametrize("content", ["stroe = 'x'", "store = ", "\x00"])
def test_settings_that_say_nothing_we_know_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "zhize.toml").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=r"zhize\.toml"):
        Workspace(tmp_path).settings()


def test_the_settings_say_whose_documents_lie_in_a_folder(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    place.prepare()
    assert place.jurisdiction_of(tmp_path / "a.txt") is None
    (place.folder / "zhize.toml").write_text(
        'jurisdiction = "420000"\n'
        '[[source]]\npath = "../gazettes"\njurisdiction = "420100"\n'
        '[[source]]\npath = "../gazettes/new"\njurisdiction = "420117"\n',
        encoding="utf-8",
    )
    assert place.jurisdiction_of(tmp_path / "a.txt") == "420000"
    assert place.jurisdiction_of(tmp_path / "gazettes" / "a.txt") == "420100"
    assert place.jurisdiction_of(tmp_path / "gazettes" / "new" / "a.txt") == "420117"
    (place.folder / "zhize.toml").write_text('[[source]]\npath = "x"\n', encoding="utf-8")
    with pytest.raises(StoreError, match="it lacks 'jurisdiction'"):
        place.jurisdiction_of(tmp_path / "a.txt")


def test_the_log_is_only_added_to_and_survives_a_line_cut_off(tmp_path: Path) -> None:
    place = Workspace(tmp_path)
    place.prepare()
    place.log("build", facts=3)
    with place.log_path.open("a", encoding="utf-8") as stream:
        stream.write('{"at": "2026-01-')
    assert [row["facts"] for row in place.history()] == [3]


def test_the_second_builder_is_told_who_builds(tmp_path: Path) -> None:
    place = Workspace(tmp_path)
    program = (
        "import sys, time; from pathlib import Path; from graph.workspace import Workspace\n"
        f"with Workspace(Path({str(tmp_path)!r})).lock():\n    print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=f"in use by process {holder.pid} since "), place.lock():
            pass
        holder.kill()
        holder.wait()
    with place.lock():  # a lock ends with the process that held it
        assert json.loads((tmp_path / "lock").read_text(encoding="utf-8"))["process"] != holder.pid


def test_a_workspace_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot write"):
        Workspace(tmp_path / "file").prepare()


class Killed(BaseException):
    """The program ends here, as by kill -9: nothing of it runs any more."""


CALLS = ("open", "write", "fsync", "replace", "unlink")


def killed_at(point: int, place: Workspace, docs: tuple[str, ...]) -> bool:
    """Stores documents together, ended before one of its file calls; whether it was."""
    left = [point]

    def before(call: Callable[..., object]) -> Callable[..., object]:
        def asked(*arguments: object, **named: object) -> object:
            if left[0] <= 0:  # whatever the program would still do to clean up, it does not
                raise Killed
            left[0] -= 1
            return call(*arguments, **named)

        return asked

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, before(getattr(os, name)))
        try:
            place.put_all(
                (
                    Source(sha_of(doc), doc, doc, "rules-2"),
                    Extraction(list(corpus(doc).facts), list(corpus(doc).doubts), list(corpus(doc).context)),
                    [],
                )
                for doc in docs
            )
        except Killed:
            return True
    return False


def test_documents_stored_together_are_all_there_or_none_wherever_the_program_ends(tmp_path: Path) -> None:
    docs = ("a.txt", "b.txt", "c.txt")
    states = set()
    for point in itertools.count():
        place = filled(tmp_path / str(point), "a.txt")
        ended = killed_at(point, place, docs)
        with place.lock():  # the next builder
            there = {source.doc: source.rules for source in place.sources()}
            assert not place.damages()
        assert not list(place.facts_folder.glob(".*"))
        assert there in ({"a.txt": "rules-1"}, dict.fromkeys(docs, "rules-2"))
        states.add((len(there), ended))
        if not ended:
            break
    assert point > 60
    assert states == {(1, True), (3, True), (3, False)}


def test_a_full_disk_stores_none_of_several_documents(tmp_path: Path) -> None:
    place = filled(tmp_path, "a.txt")

    def full(descriptor: int, content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(StoreError):
            place.put_all((Source(sha_of(doc), doc, doc, "rules-2"), Extraction(), []) for doc in ("a.txt", "b.txt"))
    assert [source.rules for source in place.sources()] == ["rules-1"]
    assert not list(place.facts_folder.glob(".*"))


def test_how_the_cues_ended_is_kept_beside_a_document(tmp_path: Path) -> None:
    place = Workspace(tmp_path)
    place.prepare()
    doc = "a.txt"
    cues = [CueRecord(doc, start, start + 2, "牵头", "leads", ends, code) for start, ends, code in (
        (0, "fact", None), (9, "fact", None), (20, "aside", "general"), (30, "doubt", "unread"),
    )]  # fmt: skip
    place.put(Source(sha_of(doc), doc, doc, "rules-1"), Extraction(cues=cues), [])
    kept = {(one.ends, one.code): one.count for one in place.cues(sha_of(doc))}
    assert kept == {("fact", None): 2, ("aside", "general"): 1, ("doubt", "unread"): 1}
    assert place.damages() == []


def test_a_document_that_nobody_counted_has_no_balance(tmp_path: Path) -> None:
    place = filled(tmp_path, "a.txt")
    assert place.cues(sha_of("a.txt")) == ()
    assert place.cues("0" * 64) == ()
