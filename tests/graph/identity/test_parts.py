"""Units inside a body: whose they are, by what stands around them."""

import pytest

from extract.facts import Kind, Relation
from graph.identity.clusters import Resolution
from graph.identity.parts import is_inner
from graph.identity.resolve import resolve
from tests.graph.identity_facts import Gazette


def resolved(*gazettes: Gazette) -> Resolution:
    return resolve(
        [fact for gazette in gazettes for fact in gazette.facts],
        [record for gazette in gazettes for record in gazette.context],
    )


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("办公室", True),
        ("信息中心", True),
        ("征收管理科", True),
        ("民二庭", True),
        ("区财政局预算科", False),
        ("财政局预算科", False),
        ("区政府办公室", False),
        ("区融媒体中心", False),
        ("财政局", False),
        ("科", False),
    ],
)
def test_a_unit_inside_a_body_says_nothing_of_whose_it_is(name: str, inner: bool) -> None:
    assert is_inner(name) is inner


def test_a_division_is_of_the_court_and_not_of_its_committee() -> None:
    gazette = Gazette().notice()
    gazette.holds("欧阳文澜", "区法院审判委员会", "委员", "2021-03-01")
    gazette.holds("欧阳文澜", "立案庭", "庭长", "2021-03-01")
    assert "区法院立案庭" in {c.name for c in resolved(gazette).of_kind(Kind.DEPARTMENT)}


def test_units_of_two_papers_that_nothing_ties_to_a_body_are_two() -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt")
    one.notice().names("信息中心", "区财政局")
    other.notice().names("信息中心", "区审计局")
    resolution = resolved(one, other)
    found = [c for c in resolution.of_kind(Kind.DEPARTMENT) if c.name == "信息中心"]
    assert len(found) == 2
    assert all(cluster.homonym for cluster in found)
    assert not resolution.parts


def test_a_unit_after_one_that_names_its_body_is_of_that_body() -> None:
    gazette = Gazette().notice()
    task = "推进执行案件繁简分流"
    first = gazette.leads("区法院民一庭", task, thing_at=5000)
    gazette.leads("执行局", task, thing_at=5000)
    gazette.leads("区公安局", task, thing_at=5000)
    gazette.leads("政治处", task, thing_at=5000)
    gazette.leads("区法院", "建立司法绩效评估机制")
    resolution = resolved(gazette)
    names = {c.name for c in resolution.of_kind(Kind.DEPARTMENT)}
    assert {first.subject.name, "区法院执行局", "政治处"} <= names  # after 区公安局 nobody says whose it is
    by_key = resolution.by_key
    assert ("区法院执行局", "区法院") in {(by_key[p.part].name, by_key[p.whole].name) for p in resolution.parts}


def test_a_unit_beside_the_one_body_that_leads_the_item_is_of_that_body() -> None:
    gazette = Gazette().notice()
    gazette.leads("区税务局", "推行网上申领发票", role="牵头单位", thing_at=5000)
    gazette.add(
        Relation.ASSISTS, (Kind.DEPARTMENT, "信息中心"), (Kind.TASK, "推行网上申领发票"), "配合单位", thing_at=5000
    )
    assert "区税务局信息中心" in {c.name for c in resolved(gazette).of_kind(Kind.DEPARTMENT)}


def test_the_office_of_two_bodies_in_which_officials_hold_posts_are_two_and_their_names_stay_as_printed() -> None:
    gazette = Gazette()
    for official, body in (("欧阳文澜", "区税务局"), ("司马相东", "区审计局")):
        gazette.notice().holds(official, body, "副局长", "2021-03-01")
        gazette.add(Relation.LEADS, (Kind.OFFICIAL, official), (Kind.DEPARTMENT, "办公室"), "分管", "2021-03-01")
    found = [c for c in resolved(gazette).of_kind(Kind.DEPARTMENT) if c.name.endswith("办公室")]
    assert {c.name for c in found} == {"区税务局办公室", "区审计局办公室"}
    assert {use.name for c in found for use in c.names} == {"办公室"}
