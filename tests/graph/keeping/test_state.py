import json
from pathlib import Path

import pytest

from extract.errors import StoreError
from graph.build import files_of, put_facts, take_in
from graph.keeping.durable import aside_of
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.workspace import Workspace
from tests.graph.gazettes import write_gazettes
from tests.graph.small_facts import corpus, sha_of


@pytest.fixture
def gazettes(tmp_path: Path) -> Path:
    return write_gazettes(tmp_path / "gazettes")


@pytest.fixture
def place(tmp_path: Path, gazettes: Path) -> Workspace:
    made = Workspace(tmp_path / "w")
    made.prepare()
    take_in(made, files_of([gazettes]), workers=1)
    made.remember()
    return made


def part(place: Workspace, ending: str) -> Path:
    return place.facts_folder / f"{place.find('2.txt').sha256}{ending}"


PARTS = [".jsonl", ".context.jsonl", ".doubts.jsonl", ".passages.jsonl", ".source.json"]


@pytest.mark.parametrize("ending", PARTS)
@pytest.mark.parametrize("how", ["gone", "emptied", "cut", "changed"])
def test_each_part_that_is_not_as_it_was_is_found_and_extracted_again(
    place: Workspace, gazettes: Path, ending: str, how: str
) -> None:
    before, path = place.corpus(), part(place, ending)
    content = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes({"emptied": b"", "cut": content[: len(content) // 2], "changed": b"x" + content}[how])
        assert path.read_bytes() != content
    (damage,) = place.damages()
    assert damage.doc == "2.txt" or ending == ".source.json"
    with pytest.raises(StoreError, match="zhize build PATH"):
        place.corpus()
    (taken,) = [one for one in take_in(place, files_of([gazettes]), workers=1) if one.new]
    assert taken.source.doc == "2.txt"
    assert place.corpus() == before


def test_a_text_that_still_lies_where_it_was_read_need_not_be_given(place: Workspace) -> None:
    before = place.corpus()
    part(place, ".jsonl").unlink()
    take_in(place, [], workers=1)
    assert place.corpus() == before


def test_a_text_that_changed_since_does_not_heal(place: Workspace, gazettes: Path) -> None:
    damaged = part(place, ".jsonl")
    damaged.unlink()
    (gazettes / "2.txt").write_text("other", encoding="utf-8")
    take_in(place, [], workers=1)
    with pytest.raises(StoreError, match=r"2\.txt.*zhize forget"):
        place.corpus()


def test_a_document_of_which_nothing_is_left_is_missed(place: Workspace, gazettes: Path) -> None:
    sha256 = place.find("2.txt").sha256
    for ending in PARTS:
        (place.facts_folder / f"{sha256}{ending}").unlink()
    (gazettes / "2.txt").unlink()
    with pytest.raises(StoreError, match=r"source\.json is gone \(2\.txt\)"):
        place.corpus()
    place.forget(place.find("2.txt").sha256)
    assert {fact.evidence.doc for fact in place.corpus().facts} == {"1.txt", "3.txt"}


@pytest.mark.parametrize("name", ["2.txt", "hash"])
def test_a_damaged_document_can_be_forgotten(place: Workspace, gazettes: Path, name: str) -> None:
    sha256 = place.find("2.txt").sha256
    part(place, ".jsonl").write_bytes(b"")
    if name == "hash":
        (place.facts_folder / f"{sha256}.source.json").write_bytes(b"")
    place.forget(place.find(sha256[:12] if name == "hash" else name).sha256)
    assert {fact.evidence.doc for fact in place.corpus().facts} == {"1.txt", "3.txt"}


def test_one_that_is_forgotten_is_not_missed(place: Workspace) -> None:
    place.forget(place.find("3.txt").sha256)
    assert place.damages() == []


def test_lines_of_judgements_that_are_gone_are_missed(place: Workspace) -> None:
    for who in ("甲", "乙"):
        add_judgement(place.judgements_path, Judgement(Decision.WRONG, ("0" * 16,), who, "2026-01-01T00:00:00+00:00"))
    place.remember()
    whole = place.judgements_path.read_text(encoding="utf-8").splitlines(keepends=True)
    place.judgements_path.write_text(whole[0], encoding="utf-8")
    with pytest.raises(StoreError, match=r"the last build still saw.*doctor --repair"):
        place.judgements()
    place.judgements_path.write_text("".join(whole), encoding="utf-8")
    assert len(place.judgements().history) == 2


def test_a_state_that_was_changed_is_not_believed(place: Workspace) -> None:
    path = place.folder / "state.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2.txt", "4.txt"), encoding="utf-8")
    with pytest.raises(StoreError, match="doctor --repair"):
        place.damages()


def test_no_bit_of_a_source_file_changes_unseen(place: Workspace) -> None:
    path = part(place, ".source.json")
    whole = path.read_bytes()
    for bit in range(0, len(whole) * 8, 7):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        assert place.damages(), bit
    path.write_bytes(whole)
    assert not place.damages()


def test_what_version_0_1_stored_has_no_checksums_and_is_taken(place: Workspace) -> None:
    path = part(place, ".source.json")
    row = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({k: v for k, v in row.items() if k not in ("sums", "cues", "check")}), encoding="utf-8")
    assert place.damages() == []
    part(place, ".doubts.jsonl").unlink()
    assert "is gone" in place.damages()[0].what.text("en")


def test_files_that_were_whole_aside_are_put_in_place(place: Workspace) -> None:
    before = place.corpus()
    sha256 = place.find("2.txt").sha256
    for ending in PARTS[2:]:  # a builder was ended after the second rename
        path = place.facts_folder / f"{sha256}{ending}"
        path.rename(aside_of(path))
    with place.lock():
        assert place.corpus() == before
    assert not list(place.facts_folder.glob(".*"))


def test_files_that_were_not_whole_aside_change_nothing(place: Workspace) -> None:
    before = place.corpus()
    for ending, content in ((".jsonl", b"new"), (".source.json", b'{"sha256": "cut o')):
        aside_of(part(place, ending)).write_bytes(content)
    with place.lock():
        assert place.corpus() == before
    assert not list(place.facts_folder.glob(".*"))


def test_a_hash_that_is_none_names_no_file(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    place.prepare()
    some = corpus("a.txt")
    records = [record for record in some.context if getattr(record, "sha256", "") != sha_of("a.txt")]
    put_facts(place, some.facts, records)  # without a record the hash of the name stands in
    assert len(place.sources()) == 1
