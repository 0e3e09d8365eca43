from extract.facts import Kind
from graph.identity.resolve import resolve
from graph.time.successions import Conflict, Succession, conflicts, successions
from graph.time.tenures import tenures
from tests.graph.identity_facts import Gazette


def follow(gazette: Gazette) -> tuple[list[Succession], list[Conflict]]:
    resolution = resolve(gazette.facts, gazette.context)
    held = tenures(gazette.facts, resolution)
    return successions(held), conflicts(gazette.facts, held, resolution)


def test_a_successor_comes_so_many_days_after() -> None:
    gazette = Gazette()
    gazette.notice().dismissed("欧阳文澜", "先锋街道办事处", "主任", "2021-05-11", Kind.STREET)
    gazette.notice().appointed("司马相东", "先锋街道办事处", "主任", "2021-06-13", kind=Kind.STREET)
    (succession,), found = follow(gazette)
    assert (succession.date, succession.gap_days) == ("2021-06-13", 33)
    names = {cluster.key: cluster.name for cluster in resolve(gazette.facts, gazette.context).clusters}
    assert (names[succession.new], names[succession.old]) == ("司马相东", "欧阳文澜")
    assert found == []


def test_a_next_holder_who_is_only_seen_later_may_have_come_at_once() -> None:
    gazette = Gazette()
    gazette.notice().dismissed("欧阳文澜", "区财政局", "局长", "2021-05-11")
    gazette.notice().holds("司马相东", "区财政局", "局长", "2021-09-01")
    (succession,), _ = follow(gazette)
    assert (succession.date, succession.gap_days) == (None, None)


def test_a_handover_on_one_day_leaves_no_gap() -> None:
    gazette = Gazette()
    gazette.notice().dismissed("欧阳文澜", "区财政局", "局长", "2021-05-11")
    gazette.appointed("司马相东", "区财政局", "局长", "2021-05-11")
    (succession,), _ = follow(gazette)
    assert succession.gap_days == 0


def test_two_holders_at_one_time_are_a_conflict() -> None:
    gazette = Gazette()
    for day in ("2020-01-01", "2020-06-01", "2020-12-01"):
        gazette.notice().holds("欧阳文澜", "区财政局", "局长", day)
    for day in ("2020-03-01", "2020-09-01"):
        gazette.notice().holds("司马相东", "区财政局", "局长", day)
    _, found = follow(gazette)
    assert [conflict.kind for conflict in found] == ["overlap"]
    assert "局长" in found[0].why.text("en")


def test_appointed_and_dismissed_on_one_day_is_a_conflict() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2020-01-01")
    gazette.dismissed("欧阳文澜", "区财政局", "副局长", "2020-01-01")
    _, found = follow(gazette)
    assert "same_day" in {conflict.kind for conflict in found}


def test_one_target_of_one_unit_with_two_figures_is_a_conflict_and_quotas_of_two_units_are_none() -> None:
    gazette = Gazette()
    gazette.leads("区财政局", "地方一般公共预算收入增长10%左右。")
    gazette.leads("区财政局", "地方一般公共预算收入增长8%左右。")
    gazette.leads("先锋街道", "创建绿化示范村落3个并验收。", kind=Kind.STREET)
    gazette.leads("城南路街道", "创建绿化示范村落5个并验收。", kind=Kind.STREET)
    _, found = follow(gazette)
    assert [conflict.kind for conflict in found] == ["figures"]
    assert "10%" in found[0].why.text("zh")
