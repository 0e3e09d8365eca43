"""Keys are short, hold no text, and stay as they are when later documents come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Kind, Relation
from graph.identity.clusters import Resolution
from graph.identity.keys import key_by_name, keys_of
from graph.identity.resolve import resolve
from tests.graph.identity_facts import DISTRICT, Gazette

LONG = "新建公园3个," + "完善配套道路和排水管网并加强日常养护" * 8


def gazette(doc: str, published: str, bureau: str = "区发展和改革局", post: str = "局长") -> Gazette:
    made = Gazette(doc, published=published).notice()
    made.leads(bureau, LONG)
    made.holds("欧阳文澜", bureau, post, published)
    made.holds("司马相东", "先锋街道办事处", "主任", published, kind=Kind.STREET)
    made.add(Relation.CONCERNS, (Kind.TASK, LONG), (Kind.PROJECT, "石桥河滩公园"))
    made.add(Relation.CITES, (Kind.POLICY, "云政发〔2021〕3号"), (Kind.POLICY, "环境保护法"), "根据", published)
    return made


def resolved(*gazettes: Gazette) -> Resolution:
    return resolve([f for g in gazettes for f in g.facts], [r for g in gazettes for r in g.context])


def keys(found: Resolution) -> dict[str, str]:
    return {member: cluster.key for cluster in found.clusters for member in cluster.members}


def test_a_key_is_short_whatever_it_is_of() -> None:
    assert max(len(cluster.key) for cluster in resolved(gazette("a.txt", "2021-03")).clusters) <= 20


@pytest.mark.parametrize("later", ["b.txt", "0.txt", "zz.txt"])
def test_a_later_document_changes_no_key(later: str) -> None:
    first = gazette("a.txt", "2021-03", "区发改局")
    before = keys(resolved(first))
    after = keys(resolved(first, gazette(later, "2022-03")))
    assert {member: after[member] for member in before} == before


def test_the_keys_of_all_parts_of_a_thing_lead_to_it() -> None:
    early, late = gazette("a.txt", "2020-03", "区行政审批局"), gazette("b.txt", "2022-03")
    together = resolved(early, late)
    for alone in (*resolved(early).clusters, *resolved(late).clusters):
        now = together.by_mention[alone.members[0]]
        names = [use.name for use in now.names]
        sort = {Kind.DEPARTMENT: "body", Kind.STREET: "body"}.get(now.kind, now.kind.value)
        assert alone.key == now.key or alone.key in keys_of(now.jurisdiction, sort, names, now.members)


def test_what_bodies_and_national_texts_are_called_is_all_that_their_keys_rest_on() -> None:
    here, there = resolved(gazette("a.txt", "2021-03")), resolved(gazette("b.txt", "2022-07", post="副局长"))
    shared = [Kind.DEPARTMENT, Kind.STREET, Kind.POLICY, Kind.PROJECT]
    assert {c.key for c in here.of_kind(*shared)} == {c.key for c in there.of_kind(*shared)}
    assert not {c.key for c in here.of_kind(Kind.OFFICIAL)} & {c.key for c in there.of_kind(Kind.OFFICIAL)}


def test_two_of_one_name_have_two_keys_and_the_earlier_keeps_its_own() -> None:
    one = Gazette("a.txt", published="2021-03").notice("关于成立防汛工作领导小组的通知")
    one.names("领导小组", kind=Kind.GROUP)
    one.notice("关于成立禁毒工作领导小组的通知").names("领导小组", kind=Kind.GROUP)
    found = [c.key for c in resolved(one).of_kind(Kind.GROUP)]
    assert len(found) == len(set(found)) == 2


@given(st.sampled_from(["区发改局", "区发展和改革局", "发展和改革局", "天心区发展改革局"]))
def test_a_short_form_and_the_full_one_give_one_key(name: str) -> None:
    assert key_by_name(DISTRICT, "body", name) == key_by_name(DISTRICT, "body", "区发展和改革局")
