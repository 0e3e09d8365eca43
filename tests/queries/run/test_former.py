"""An address that was kept finds the person, under the key of now, of before and of version 0.1."""

from collections.abc import Iterator

import pytest

from extract.facts import Kind
from graph.build import put_facts, refresh
from graph.identity.clusters import Cluster, Resolution
from graph.identity.resolve import resolve
from graph.ids import normal_item, normal_name, without_end
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from queries.library import library
from queries.run import ask
from queries.run.former import is_key, present_key
from tests.graph.identity_facts import DISTRICT, Gazette

TASK = "1.新建公园3个,完善配套道路。"


def gazette(doc: str, published: str, bureau: str) -> Gazette:
    made = Gazette(doc, published=published).notice()
    made.leads(bureau, TASK)
    made.holds("欧阳文澜", bureau, "局长", f"{published}-01")
    return made


LATE, EARLY = gazette("b.txt", "2022-03", "区发展和改革局"), gazette("a.txt", "2021-03", "区发展改革委")


def resolved(*some: Gazette) -> Resolution:
    return resolve([f for g in some for f in g.facts], [r for g in some for r in g.context])


def cluster(found: Resolution, kind: Kind) -> Cluster:
    return next(iter(found.of_kind(kind)))


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("former")
    workspace = Workspace(folder)
    workspace.prepare()
    for one in (LATE, EARLY):
        put_facts(workspace, one.facts, one.context)
    with open_store(workspace.store_url, writing=True) as store:
        refresh(workspace, store)
        yield store


KINDS = [(Kind.OFFICIAL, "official"), (Kind.DEPARTMENT, "body"), (Kind.TASK, "task")]


@pytest.mark.parametrize(("kind", "sort"), KINDS)
def test_the_key_before_an_earlier_document_came_leads_to_the_key_of_now(graph: Store, kind: Kind, sort: str) -> None:
    before, now = cluster(resolved(LATE), kind).key, cluster(resolved(LATE, EARLY), kind).key
    assert present_key(graph, now) == now
    assert present_key(graph, before) == now != before or before == now


@pytest.mark.parametrize(("kind", "sort"), KINDS)
def test_a_key_of_0_1_leads_to_the_key_of_now(graph: Store, kind: Kind, sort: str) -> None:
    one = cluster(resolved(LATE), kind)
    text = normal_item(one.name) if kind is Kind.TASK else normal_name(one.name)
    former = f"{DISTRICT}/{text}" if kind is Kind.TASK else f"{DISTRICT}/{text}/{without_end(one.members[0])}"
    assert present_key(graph, former) == cluster(resolved(LATE, EARLY), kind).key


def test_a_post_is_found_with_its_body(graph: Store) -> None:
    body = cluster(resolved(LATE), Kind.DEPARTMENT)
    now = cluster(resolved(LATE, EARLY), Kind.DEPARTMENT).key
    assert present_key(graph, f"{body.key}/局长") == f"{now}/局长"
    assert (
        present_key(graph, f"{DISTRICT}/{normal_name(body.name)}/{without_end(body.members[0])}/局长") == f"{now}/局长"
    )


def test_a_question_takes_a_former_key(graph: Store) -> None:
    before = cluster(resolved(LATE), Kind.OFFICIAL)
    former = f"{DISTRICT}/欧阳文澜/{without_end(before.members[0])}"
    assert ask(graph, library()["career"], {"official": former}).rows


@pytest.mark.parametrize(
    "text", ["区发展和改革局", "", f"{DISTRICT}-0123456789ab", f"{DISTRICT}/无此人/0123456789abcdef:1-3:official"]
)
def test_what_is_no_key_or_of_nothing_finds_nothing(graph: Store, text: str) -> None:
    assert present_key(graph, text) is None
    assert is_key(text) is (text != "" and text != "区发展和改革局")
