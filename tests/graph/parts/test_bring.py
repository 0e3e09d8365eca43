"""A build touches only the jurisdictions that changed, and what it leaves is the graph of one build of all."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench.crashes.schedules import CITY, DISTRICT, OTHER, TEXTS, extracted, put
from extract.facts import DocumentRecord, Fact
from graph.build import put_facts, refresh
from graph.identity.compare import body_name
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.parts import bring
from graph.parts.index import FILE, open_index
from graph.parts.making import Making, make
from graph.parts.packed import path_of
from graph.projection.elements import EdgeRef, NodeRef
from graph.projection.project import project
from graph.stores.embedded import sessions
from graph.stores.embedded.later import Run, later_of, read_later
from graph.stores.embedded.sessions import run_each
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from tests.graph.small_facts import context, fact

Ref = NodeRef | EdgeRef


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with the documents of two districts and their city, not yet built."""
    workspace = Workspace(tmp_path / "w")
    workspace.prepare()
    for name in TEXTS:
        put(workspace, name)
    return workspace


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The jurisdictions whose parts are made, as they are made."""
    scopes: list[str] = []

    def noted(making: Making) -> str:
        scopes.append(making.scope)
        return make(making)

    monkeypatch.setattr(bring, "make", noted)
    return scopes


def held(store: Store) -> dict[Ref, str]:
    found: dict[Ref, str] = {}
    for scope in store.scopes():
        there = store.projection(scope)
        found.update(there.nodes.items())
        found.update(there.edges.items())
    return found


def build(workspace: Workspace, *, rebuild: bool = False) -> list[str]:
    """Builds, and holds the store to the projection of all that the workspace holds; the scopes that were applied."""
    with open_store(workspace.store_url, writing=True, rebuild=rebuild) as store:
        refreshed = refresh(workspace, store)
        whole = project(workspace.corpus(), workspace.judgements()).projection
        wanted: dict[Ref, str] = {node.ref: node.digest for node in whole.nodes}
        wanted |= {edge.ref: edge.digest for edge in whole.edges}
        assert held(store) == wanted
        assert refreshed.summary.counts == store.counts() == whole.counts()
    return refreshed.applied.scopes


def test_what_names_say_in_one_jurisdiction_is_not_kept_for_the_next(place: Workspace) -> None:
    with open_index(place.folder) as index:
        assert len(bring.made(place, index)) > 1
    assert not body_name.cache_info().currsize


def test_only_the_jurisdictions_of_new_documents_are_made_and_applied(place: Workspace, made: list[str]) -> None:
    for name in ("d.txt", "e.txt", "g.txt"):
        place.forget(extracted(name)[0].sha256)
    build(place)
    assert sorted(made) == sorted({DISTRICT, OTHER})
    made.clear()
    put(place, "g.txt")
    assert [scope for scope in build(place) if scope != "shared"] == [OTHER]
    assert made == [OTHER]
    made.clear()
    put(place, "e.txt")
    assert [scope for scope in build(place) if scope != "shared"] == [CITY]
    assert made == [CITY]


def test_a_large_graph_is_neither_opened_nor_written_for_one_document_more(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.embedded.later.LARGE", 0)
    for name in ("a.txt", "d.txt", "e.txt"):  # e.txt is all that there is of the city
        place.forget(extracted(name)[0].sha256)
    build(place)
    with open_store(place.store_url, writing=True):
        pass
    before = place.graph_path.read_bytes()
    for name in ("d.txt", "e.txt", "a.txt", "a.txt"):
        place.forget(extracted(name)[0].sha256)
        put(place, name)
        with open_store(place.store_url, writing=True) as store:
            refresh(place, store)
    assert place.graph_path.read_bytes() == before
    assert build(place) == []
    assert place.graph_path.read_bytes() != before  # asked while it was being written, it has taken all in


def test_a_build_brings_anew_what_lay_damaged_beside_a_large_graph(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.embedded.later.LARGE", 0)
    build(place)
    place.forget(extracted("a.txt")[0].sha256)
    build(place)
    with open_store(place.store_url, writing=True):
        pass
    put(place, "a.txt")
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store)
    with open_store(place.store_url) as store:
        whole = store.counts()
    path = later_of(place.graph_path)
    assert (found := read_later(place.graph_path)) is not None
    assert found.changes
    path.write_bytes(path.read_bytes()[:-1])
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store)
    with open_store(place.store_url) as store:
        assert store.counts() == whole


def test_what_is_forgotten_leaves_the_file_of_a_large_graph(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.embedded.later.LARGE", 0)
    build(place)
    before = place.graph_path.read_bytes()
    place.forget(extracted("a.txt")[0].sha256)
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store)
    assert place.graph_path.read_bytes() != before
    found = read_later(place.graph_path)
    assert found is not None
    assert found.changes == []
    assert build(place) == []


def test_a_build_of_what_is_known_makes_and_applies_nothing(place: Workspace, made: list[str]) -> None:
    build(place)
    made.clear()
    assert build(place) == []
    assert made == []


def test_a_jurisdiction_whose_last_document_is_forgotten_is_gone(place: Workspace, made: list[str]) -> None:
    build(place)
    made.clear()
    place.forget(extracted("e.txt")[0].sha256)
    assert CITY in build(place)
    assert made == []
    assert not path_of(place.folder, CITY).exists()
    assert build(place) == []


def test_a_judgement_touches_only_the_jurisdiction_that_it_is_about(place: Workspace, made: list[str]) -> None:
    build(place)
    made.clear()
    corpus = place.corpus()
    about = next(corpus.documents.fact_id(fact) for fact in corpus.facts if fact.evidence.doc == "g.txt")
    add_judgement(
        place.judgements_path, Judgement(Decision.WRONG, (about,), "reader", "2026-01-01T00:00:00+00:00", "misread")
    )
    assert [scope for scope in build(place) if scope != "shared"] == [OTHER]
    assert made == [OTHER]
    made.clear()
    mentions = sorted(
        {corpus.documents.mention_of(fact, fact.object) for fact in corpus.facts if fact.evidence.doc == "a.txt"}
    )
    about_two = (mentions[0], mentions[-1])
    add_judgement(
        place.judgements_path, Judgement(Decision.NOT_SAME, about_two, "reader", "2026-01-02T00:00:00+00:00", "two")
    )
    build(place)
    assert made == [DISTRICT]


def test_a_document_of_another_jurisdiction_now_leaves_the_first(place: Workspace) -> None:
    build(place)
    source, found = extracted("g.txt")
    for code in (DISTRICT, CITY, OTHER):  # to one that comes before, to one that comes before that, and back
        context = [
            replace(record, jurisdiction=code) if isinstance(record, DocumentRecord) else record
            for record in found.context
        ]
        moved = replace(source, about=(code, *source.about[1:]))
        place.put(moved, replace(found, context=context), found.passages)
        build(place)


def test_two_jurisdictions_that_issue_under_the_same_letters_have_documents_of_their_own(place: Workspace) -> None:
    build(place)
    name, code = "twin.txt", "430104"
    source, found = extracted("f.txt")
    context = [
        replace(record, jurisdiction=code, sha256="ab" * 32, doc=name)
        if isinstance(record, DocumentRecord)
        else replace(record, doc=name)
        for record in found.context
    ]
    facts = [of_document(fact, name) for fact in found.facts]
    twin = replace(source, sha256="ab" * 32, doc=name, path=name, about=(code, *source.about[1:]))
    place.put(twin, replace(found, facts=facts, context=context, doubts=[]), ())
    build(place)
    with open_store(place.store_url) as store:
        rows = store.read("MATCH (:Organization)-[:ISSUED]->(p:Policy) RETURN p.key AS key ORDER BY key").rows
    keys = [row[0] for row in rows if "芙政" in row[0]]
    assert len(keys) == len(set(keys)) == 2
    assert {key.split("/")[0] for key in keys} == {OTHER, code}
    place.forget("ab" * 32)
    build(place)


def test_an_official_of_the_city_whom_two_districts_name_waits_for_a_decision(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "mayor")
    place.prepare()
    stated = [fact("holds", "孟川石", "市人民政府", role="市长", doc=doc, start=100) for doc in ("a.txt", "c.txt")]
    for one in stated:
        put_facts(place, [one], context(one.evidence.doc))
    build(place)
    question = (
        "MATCH (f:Finding)-[:ABOUT]->(o:Official) RETURN f.kind AS kind, o.name AS name, o.key AS key ORDER BY key"
    )
    with open_store(place.store_url) as store:
        rows = store.read(question).rows
    assert [row[:2] for row in rows] == [("homonym", "孟川石")] * 2
    assert len({row[2] for row in rows}) == 2
    put_facts(place, [fact("holds", "孟川岩", "市人民政府", role="市长", doc="c.txt")], context("c.txt"))
    build(place)
    with open_store(place.store_url) as store:
        assert not store.read(question).rows


def of_document(fact: Fact, name: str) -> Fact:
    return replace(fact, evidence=replace(fact.evidence, doc=name))


@pytest.mark.parametrize("lost", ["index", "part", "damaged part", "damaged index"])
def test_what_can_be_made_again_is_made_again(place: Workspace, lost: str) -> None:
    build(place)
    path = place.folder / FILE if "index" in lost else path_of(place.folder, DISTRICT)
    if lost.startswith("damaged"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        path.unlink()
    for beside in place.folder.glob(f"{FILE}-*"):
        beside.unlink()
    put(place, "a.txt")
    place.forget(extracted("b.txt")[0].sha256)
    build(place)
    build(place, rebuild=True)


def test_a_damaged_part_is_made_again_where_another_store_needs_it(place: Workspace, tmp_path: Path) -> None:
    build(place)
    path = path_of(place.folder, DISTRICT)
    before = path.read_bytes()
    path.write_bytes(before[: len(before) // 2])
    with open_store(f"kglite://{tmp_path / 'other.kgl'}", writing=True) as store, open_store(place.store_url) as first:
        refresh(place, store)
        assert held(store) == held(first)
    assert path.read_bytes() == before


def test_a_build_that_stops_goes_on_with_what_is_made(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def stopped(making: Making) -> str:
        if len(made) == 2:
            raise KeyboardInterrupt
        made.append(making.scope)
        return make(making)

    def noted(making: Making) -> str:
        made.append(making.scope)
        return make(making)

    monkeypatch.setattr(bring, "make", stopped)
    with pytest.raises(KeyboardInterrupt), open_store(place.store_url, writing=True) as store:
        refresh(place, store)
    begun = list(made)
    made.clear()
    monkeypatch.setattr(bring, "make", noted)
    build(place)
    assert len(made) == 1
    assert sorted(begun + made) == sorted({DISTRICT, CITY, OTHER})


@pytest.mark.parametrize(("at", "little"), [(1, 5_000), (2, 5_000), (3, 5_000), (1, -1), (2, -1), (3, -1), (4, -1)])
def test_a_load_that_stops_is_completed_by_the_next(
    place: Workspace, at: int, little: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also where what is left to say is too much for the last part's transaction (-1: anything is)."""
    monkeypatch.setattr("graph.parts.applying.LITTLE", little)
    for name in ("c.txt", "f.txt"):
        place.forget(extracted(name)[0].sha256)
    build(place)
    for name in ("c.txt", "f.txt"):
        put(place, name)
    place.forget(extracted("e.txt")[0].sha256)
    with open_store(place.store_url, writing=True) as store:
        count, apply = [0], store.apply

        def some(difference: object) -> None:
            count[0] += 1
            if count[0] >= at:
                raise RuntimeError("stopped")
            apply(difference)  # type: ignore[arg-type]

        monkeypatch.setattr(store, "apply", some)
        with pytest.raises(RuntimeError, match="stopped"):
            refresh(place, store)
        monkeypatch.undo()
    build(place)


@pytest.mark.parametrize("at", [0, 1, 5, 12, 20, 28, -2, -17])
def test_a_first_load_into_a_large_graph_that_stops_between_two_statements_is_completed(
    place: Workspace, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it has begun is found, also where the document that it was telling of is gone by then, and (below 0) the index of what was told."""
    monkeypatch.setattr("graph.stores.kglite_store.MANY", 0)
    monkeypatch.setattr("graph.parts.applying.AT_ONCE", 1)
    left = [abs(at)]

    def some(session: Any, runs: Iterable[Run]) -> None:
        for one in runs:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            run_each(session, [one])

    monkeypatch.setattr("graph.stores.kglite_store.run_each", some)
    with pytest.raises(KeyboardInterrupt):
        build(place)
    monkeypatch.setattr("graph.stores.kglite_store.run_each", run_each)
    place.forget(extracted("e.txt")[0].sha256)
    if at < 0:
        (place.folder / FILE).unlink()
    build(place)
    put(place, "e.txt")
    build(place)


def test_a_graph_that_is_written_and_opened_again_between_two_loads_is_the_same(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.kglite_store.LEAN", 1)
    monkeypatch.setattr("graph.parts.applying.AT_ONCE", 1)
    opened: list[Path] = []

    def noted(path: Path) -> object:
        opened.append(path)
        return sessions.opened(path)

    monkeypatch.setattr("graph.stores.kglite_store.opened", noted)
    build(place, rebuild=True)
    assert opened
    place.forget(extracted("e.txt")[0].sha256)
    build(place)


def test_two_stores_of_one_workspace_come_to_the_same_graph(place: Workspace, tmp_path: Path) -> None:
    other = f"kglite://{tmp_path / 'other.kgl'}"
    build(place)
    with open_store(other, writing=True) as store:
        refresh(place, store)
    put(place, "a.txt")
    place.forget(extracted("f.txt")[0].sha256)
    build(place)
    with open_store(other, writing=True) as store, open_store(place.store_url) as first:
        refresh(place, store)
        assert held(store) == held(first)


def test_several_processes_make_the_same_parts(place: Workspace, tmp_path: Path) -> None:
    build(place)
    files = {path.name: path.read_bytes() for path in sorted((place.folder / "parts").iterdir())}
    other = Workspace(tmp_path / "several")
    other.prepare()
    for name in reversed(list(TEXTS)):
        put(other, name)
    with open_store(other.store_url, writing=True) as store:
        refresh(other, store, workers=2)
    assert {path.name: path.read_bytes() for path in sorted((other.folder / "parts").iterdir())} == files
