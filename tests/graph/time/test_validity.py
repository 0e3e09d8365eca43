import pytest

from extract.facts import Kind, Qualifiers, Relation
from graph.identity.resolve import resolve
from graph.time.tenures import tenures
from graph.time.validity import Basis, Validity, deadline_day, period_end, validity
from tests.graph.identity_facts import Gazette


def valid(*gazettes: Gazette) -> list[Validity]:
    """The validity of the facts that have one, in the order of the facts."""
    facts = [fact for gazette in gazettes for fact in gazette.facts]
    context = [record for gazette in gazettes for record in gazette.context]
    resolution = resolve(facts, context)
    found = validity(facts, resolution, tenures(facts, resolution))
    ids = [resolution.documents.fact_id(fact) for fact in facts]
    return [found[fact_id] for fact_id in ids if fact_id in found]


def division(gazette: Gazette, date: str, *officials: str) -> None:
    gazette.notice("关于区人民政府领导分工的通知")
    for official in officials:
        gazette.holds(official, "区人民政府", "副区长", date)
        for body in ("区财政局", "区审计局", "区教育局"):
            gazette.add(Relation.LEADS, (Kind.OFFICIAL, official), (Kind.DEPARTMENT, body), "分管", date)


def test_a_full_division_closes_the_governments_earlier_one() -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt")
    division(one, "2019-04-11", "欧阳文澜", "司马相东", "上官若云")
    division(other, "2021-04-06", "欧阳文澜", "司马相东", "诸葛静远")
    found = valid(one, other)
    assert {(v.valid_from, v.valid_to, v.basis) for v in found[:9]} == {
        ("2019-04-11", "2021-04-06", Basis.NEW_DIVISION)
    }
    assert {(v.valid_to, v.basis, v.last_confirmed) for v in found[9:]} == {(None, Basis.OPEN, "2021-04-06")}


def test_leaving_the_post_that_carried_it_closes_a_portfolio() -> None:
    gazette = Gazette()
    division(gazette, "2019-04-11", "欧阳文澜")
    gazette.notice().dismissed("欧阳文澜", "区人民政府", "副区长", "2020-01-15")
    assert {(v.valid_to, v.basis) for v in valid(gazette)} == {("2020-01-15", Basis.POST_LEFT)}


def test_a_list_of_a_group_closes_its_earlier_seats() -> None:
    gazette = Gazette()
    for day, head in (("2019-01-01", "欧阳文澜"), ("2020-01-01", "司马相东")):
        gazette.notice().add(Relation.LEADS, (Kind.OFFICIAL, head), (Kind.GROUP, "区禁毒委员会"), "主任", day)
    assert [(v.valid_to, v.basis) for v in valid(gazette)] == [("2020-01-01", Basis.NEW_LIST), (None, Basis.OPEN)]


def test_a_task_runs_to_its_deadline_or_its_plans_period() -> None:
    gazette = Gazette()
    gazette.notice("关于印发2021年绿化工作方案的通知")
    unit = (Kind.DEPARTMENT, "区园林局")
    due = Qualifiers(deadline="6月底前")
    gazette.add(Relation.LEADS, unit, (Kind.TASK, "补植行道树"), None, "2021-03-01", qualifiers=due)
    gazette.add(Relation.LEADS, unit, (Kind.TASK, "新建小游园"), None, "2021-03-01")
    assert [(v.valid_from, v.valid_to, v.basis) for v in valid(gazette)] == [
        ("2021-03-01", "2021-07-01", Basis.DEADLINE),
        ("2021-03-01", "2022-01-01", Basis.PERIOD),
    ]


@pytest.mark.parametrize(
    ("printed", "year", "day"),
    [
        ("2022年6月", None, "2022-07-01"),
        ("9月底", 2019, "2019-10-01"),
        ("12 月", 2022, "2023-01-01"),
        ("2022年9月30日前", None, "2022-10-01"),
        ("6月、12月", 2022, "2023-01-01"),
        ("2021年2月30日", None, "2021-03-01"),
        ("2025年底", None, "2026-01-01"),
        ("年底前", 2020, "2021-01-01"),
        ("长期坚持", 2020, None),
        ("", 2020, None),
    ],
)
def test_deadlines(printed: str, year: int | None, day: str | None) -> None:
    assert deadline_day(printed, year) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("关于印发某区2022年绿化工作方案的通知", "2023-01-01"),
        ("法治政府建设实施方案（2021—2025年）", "2026-01-01"),
        ("国民经济和社会发展第十四个五年规划", "2026-01-01"),
        ("消防管理办法", None),
    ],
)
def test_periods_of_plans(title: str, day: str | None) -> None:
    assert period_end(title) == day
