import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.facts import DocumentRecord
from extract.private import masked_record
from graph.build import KEPT, extractions_of, files_of, put_facts, refresh, rules_version, take_in, to_apply
from graph.projection.elements import Held
from graph.projection.project import project
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from tests.graph.gazettes import write_gazettes
from tests.graph.small_facts import corpus, facts


@pytest.fixture
def gazettes(tmp_path: Path) -> Path:
    return write_gazettes(tmp_path / "gazettes")


def built(workspace: Workspace, *paths: Path) -> dict[str, Held]:
    workspace.prepare()
    take_in(workspace, files_of(paths), workers=1)
    with open_store(workspace.store_url, writing=True) as store:
        refresh(workspace, store)
        return snapshot(store)


def snapshot(store: Store) -> dict[str, Held]:
    return {scope: store.projection(scope) for scope in store.scopes()}


def test_a_folder_becomes_a_graph(tmp_path: Path, gazettes: Path) -> None:
    found = built(Workspace(tmp_path / "w"), gazettes)
    assert set(found) == {"420105", "420117"}
    with open_store(Workspace(tmp_path / "w").store_url) as store:
        counts = store.counts()
        names = store.read("MATCH (d:Document) RETURN d.name AS name ORDER BY d.file").rows
    assert counts["Document"] == 3
    assert counts["APPOINTED"] >= 5
    assert counts["LEADS"] >= 2
    assert counts["HOLDS"] >= 4
    assert names[0] == ("云湖县人民政府公报",)


@pytest.mark.parametrize("order", list(itertools.permutations(["1.txt", "2.txt", "3.txt"])))
def test_any_order_and_any_split_give_the_identical_graph(tmp_path: Path, gazettes: Path, order: Sequence[str]) -> None:
    whole = built(Workspace(tmp_path / "whole"), gazettes)
    first, second, third = (gazettes / name for name in order)
    parts = Workspace(tmp_path / "parts")
    built(parts, first)
    assert built(parts, second, third) == whole


def test_building_twice_writes_nothing(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    built(place, gazettes)
    assert not any(taken.new for taken in take_in(place, files_of([gazettes]), workers=1))
    with open_store(place.store_url, writing=True) as store:
        assert not refresh(place, store).applied


def test_the_same_bytes_under_another_name_are_known(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    before = built(place, gazettes / "1.txt")
    copy = tmp_path / "gazettes" / "sub"
    copy.mkdir()
    (copy / "manifest.toml").write_text((gazettes / "manifest.toml").read_text(encoding="utf-8"), encoding="utf-8")
    (copy / "1.txt").write_bytes((gazettes / "1.txt").read_bytes())
    assert built(place, copy / "1.txt") == before


def test_the_same_file_with_other_bytes_takes_the_place_of_the_old(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    built(place, gazettes)
    file = gazettes / "1.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("县教育局副局长", "县教育局局长"), encoding="utf-8")
    assert built(place, file) == built(Workspace(tmp_path / "fresh"), gazettes)
    assert len(place.sources()) == 3


def test_what_the_manifest_says_anew_is_taken_anew(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    built(place, gazettes)
    manifest = gazettes / "manifest.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("420105", "420106"), encoding="utf-8")
    assert set(built(place, gazettes)) == {"420106", "420117"}


def test_other_rules_extract_anew(tmp_path: Path, gazettes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Workspace(tmp_path / "w")
    built(place, gazettes)
    monkeypatch.setattr("graph.build.rules_version", lambda: "other rules")
    assert all(taken.new for taken in take_in(place, files_of([gazettes]), workers=1))
    assert len(rules_version()) == 12


def test_forgetting_is_never_having_known(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    built(place, gazettes)
    place.forget(place.find("3.txt").sha256)
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store)
        found = snapshot(store)
    assert found == built(Workspace(tmp_path / "fresh"), gazettes / "1.txt", gazettes / "2.txt")


def test_forgetting_what_came_later_is_never_having_known(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    before = built(place, gazettes / "1.txt", gazettes / "2.txt")
    built(place, gazettes / "3.txt")  # takes over the nodes that both jurisdictions speak of
    place.forget(place.find("3.txt").sha256)
    assert built(place) == before


def test_a_jurisdiction_counts_only_where_the_manifest_says_none(tmp_path: Path, gazettes: Path) -> None:
    (gazettes / "4.txt").write_text((gazettes / "3.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    place = Workspace(tmp_path / "w")
    place.prepare()
    taken = take_in(place, files_of([gazettes], lambda _: "110101"), workers=1)
    assert {one.source.doc: one.source.about[0] for one in taken} == {
        "1.txt": "420117",
        "2.txt": "420117",
        "3.txt": "420105",
        "4.txt": "110101",
    }


def test_several_processes_find_the_same(tmp_path: Path, gazettes: Path) -> None:
    one, several = Workspace(tmp_path / "one"), Workspace(tmp_path / "several")
    for place, workers in ((one, 1), (several, 2)):
        place.prepare()
        take_in(place, files_of([gazettes]), workers=workers)
    assert one.corpus() == several.corpus()


def test_facts_from_elsewhere_make_the_same_graph_as_their_corpus(tmp_path: Path) -> None:
    place = Workspace(tmp_path)
    place.prepare()
    some = corpus()
    put_facts(place, some.facts, some.context, some.doubts)
    assert place.corpus().facts == some.facts
    assert place.corpus().context == tuple(masked_record(record, *KEPT) for record in some.context)


def test_facts_from_elsewhere_keep_the_passages_that_were_read_here(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    built(place, gazettes)
    known = place.corpus()
    put_facts(place, known.facts, known.context, known.doubts)
    assert place.corpus().passages == known.passages


def test_facts_without_context_are_known_by_the_hash_of_their_names() -> None:
    found = extractions_of(facts(), (), ())
    assert [source.doc for source, _ in found] == ["a.txt", "b.txt", "c.txt"]
    assert all(isinstance(extraction.context[0], DocumentRecord) for _, extraction in found)


def test_changes_are_counted_once(tmp_path: Path, gazettes: Path) -> None:
    place = Workspace(tmp_path / "w")
    place.prepare()
    take_in(place, files_of([gazettes]), workers=1)
    with open_store(place.store_url, writing=True) as store:
        refreshed = refresh(place, store)
        assert not to_apply(store, project(place.corpus()))
        assert refreshed.applied.written == store.counts() == refreshed.summary.counts
