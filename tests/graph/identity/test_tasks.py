"""Which prints of items are one undertaking."""

import pytest

from extract.facts import ItemRecord, Kind, Relation
from graph.identity.clusters import Resolution
from graph.identity.resolve import resolve
from tests.graph.identity_facts import Gazette

ITEM = "加快建设城南文化中心，完成主体结构施工并同步推进周边道路配套。"


def tasks(*prints: tuple[str, str, tuple[str, ...]], notices: int = 1) -> Resolution:
    """Prints of items: text, lead, those who assist; each in the first notice, or in one of its own."""
    gazette = Gazette().notice()
    for text, lead, others in prints:
        if notices > 1:
            gazette.notice()
        first = gazette.leads(lead, text)
        for other in others:
            gazette.add(
                Relation.ASSISTS,
                (Kind.DEPARTMENT, other),
                (Kind.TASK, text),
                "配合单位",
                "2021-03-01",
                thing_at=first.object.start,
            )
    return resolve(gazette.facts, gazette.context)


@pytest.mark.parametrize(
    ("prints", "notices", "count"),
    [
        ([(ITEM, "区住建局", ()), (f"1.{ITEM}", "区住建局", ())], 1, 1),
        ([(ITEM, "区住建局", ()), (ITEM, "区文旅局", ())], 1, 2),
        ([(ITEM, "区住建局", ("区财政局",)), (ITEM, "区住建局", ())], 1, 2),
        ([(ITEM, "区住建局", ("区财政局",)), (ITEM, "区住建局", ())], 2, 1),
        ([(ITEM, "区住建局", ("区财政局",)), (ITEM, "区文旅局", ())], 2, 2),
        ([(ITEM, "区住建局", ()), (ITEM.replace("文", "丈"), "区住建局", ())], 2, 2),
        ([("新造林200亩", "柳湾街", ()), ("新造林200亩", "石桥街", ())], 2, 2),
        ([("新建口袋公园3个", "区园林局", ()), ("新建口袋公园5个", "区园林局", ())], 2, 2),
    ],
)
def test_prints_of_the_same_words_with_units_in_common_are_one_task(
    prints: list[tuple[str, str, tuple[str, ...]]], notices: int, count: int
) -> None:
    assert len(list(tasks(*prints, notices=notices).of_kind(Kind.TASK))) == count


@pytest.mark.parametrize(
    ("numbers", "others", "count"),
    [
        (
            (7, 5),
            (("区财政局", "区审计局"), ("区财政局",)),
            1,
        ),  # 序号 7, then 5: a list of its own for each unit that follows up
        ((5, 7), (("区财政局", "区审计局"), ("区财政局",)), 2),  # one list: two undertakings
        ((7, 5), (("区财政局",), ("区审计局",)), 2),  # a quota of each
    ],
)
def test_an_annex_that_numbers_anew_lists_an_undertaking_again(
    numbers: tuple[int, int], others: tuple[tuple[str, ...], tuple[str, ...]], count: int
) -> None:
    gazette = Gazette().notice()
    for number, assisting in zip(numbers, others, strict=True):
        first = gazette.leads("区住建局", ITEM)
        at = first.object.start
        assert at is not None
        gazette.context.append(ItemRecord(gazette.doc, 1, at, at + len(ITEM), ITEM, str(number)))
        for unit in assisting:
            gazette.add(
                Relation.ASSISTS, (Kind.DEPARTMENT, unit), (Kind.TASK, ITEM), "责任单位", "2021-03-01", thing_at=at
            )
    assert len(list(resolve(gazette.facts, gazette.context).of_kind(Kind.TASK))) == count


def test_words_that_differ_by_a_character_are_proposed() -> None:
    found = tasks((ITEM, "区住建局", ()), (ITEM.replace("文", "丈"), "区住建局", ()), notices=2)
    [proposal] = [p for p in found.proposals if p.kind is Kind.TASK]
    assert proposal.why.code == "printed_alike"


@pytest.mark.parametrize(
    ("text", "unit", "proposed"),
    [
        ("新增便利店5家。", "区商务局", ["same_words_two_grounds"]),
        ("新增便利店5家。", "区财政局", []),
        ("按上级要求落实。", "区商务局", []),
    ],
)
def test_a_target_below_the_goals_of_two_authorities_is_proposed(text: str, unit: str, proposed: list[str]) -> None:
    gazette = Gazette().notice()
    goals = {"附件1": ("区商务局", "新增便利店200家。"), "附件2": (unit, "新增便利店200家、书店100家。")}
    for annex, (lead, goal) in goals.items():
        at = gazette.leads(lead, text).object.start
        assert at is not None
        gazette.context.append(ItemRecord(gazette.doc, 1, at, at + len(text), text, annex=annex, basis=goal))
    found = resolve(gazette.facts, gazette.context)
    assert len(list(found.of_kind(Kind.TASK))) == 2
    assert [proposal.why.code for proposal in found.proposals if proposal.kind is Kind.TASK] == proposed
