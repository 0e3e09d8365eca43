"""The scorer: what counts as a hit, what as false, what is left out of account."""

from typing import Any

from extract.reports.score import changes, score


def row(
    relation: str = "leads",
    subject: tuple[str, str] = ("department", "县教育局"),
    obj: tuple[str, str] = ("task", "新建公办幼儿园三所，年内开园"),
    line: int = 10,
    **rest: Any,
) -> dict[str, Any]:
    return {
        "relation": relation,
        "subject": {"kind": subject[0], "name": subject[1]},
        "object": {"kind": obj[0], "name": obj[1]},
        "role": "牵头单位",
        "date": "2024-03",
        "qualifiers": {},
        "doc": "a.txt",
        "line": line,
        "file": "gold.jsonl",
    } | rest


APPOINTED: dict[str, Any] = {
    "relation": "appointed",
    "subject": ("official", "欧阳远"),
    "obj": ("department", "县审计局"),
    "role": "局长",
}


def test_equal_facts_score_one() -> None:
    result = score([row(), row(**APPOINTED)], [row(), row(**APPOINTED)])
    assert (result.all.f1, result.dates, result.item_texts) == (1.0, (2, 2), (1, 1))


def test_layout_and_width_do_not_matter() -> None:
    result = score(
        [row(subject=("department", "县教育局（体育局）"))], [row(subject=("department", "县教 育局(体育局)"))]
    )
    assert result.all.f1 == 1


def test_an_item_matches_by_line_and_its_text_is_counted_apart() -> None:
    result = score([row()], [row(line=11, obj=("task", "另一事项"))])
    assert result.all.f1 == 1
    assert result.item_texts == (0, 1)
    assert result.lowest == 0
    assert score([row()], [row(line=12)]).all.hit == 0


def test_the_date_of_an_appointment_is_part_of_it() -> None:
    gold, late = row(**APPOINTED), row(**APPOINTED, date="2024-04")
    result = score([gold], [late])
    assert (result.all.hit, result.all.false, result.all.missed) == (0, 1, 1)


def test_only_what_gold_covers_is_false() -> None:
    gold = [row(line=10), row(line=20, subject=("department", "县民政局"))]
    outside = row(line=22, subject=("department", "县财政局"))
    inside = row(line=21, subject=("department", "县财政局"))
    other_relation = row(relation="assists", line=15)
    assert score(gold, [*gold, outside, other_relation]).all.false == 0
    assert score(gold, [*gold, inside]).all.false == 1


def test_the_same_fact_twice_is_no_error() -> None:
    assert score([row()], [row(), row(line=11)]).all.f1 == 1
    assert score([row(**APPOINTED)], [row(**APPOINTED), row(**APPOINTED)]).all.f1 == 1


def test_a_document_cited_by_number_is_the_one_with_the_title() -> None:
    cites: dict[str, Any] = {"relation": "cites", "subject": ("policy", "甲政发〔2024〕1号"), "role": "根据"}
    gold = row(**cites, obj=("policy", "养老条例"), qualifiers={"number": "乙政〔2023〕9号"})
    pred = row(**cites, obj=("policy", "乙政[2023]9号"))
    assert score([gold], [pred]).all.hit == 1


def test_qualifiers_that_gold_states_are_counted() -> None:
    gold = row(**APPOINTED, qualifiers={"probation": "P1Y", "rank": "正处级"})
    pred = row(**APPOINTED, qualifiers={"probation": "P1Y"})
    assert score([gold], [pred]).qualifiers == (1, 2)


def test_covers_has_no_direction() -> None:
    gold = row(relation="covers", subject=("official", "甲某"), obj=("official", "乙某"))
    pred = row(relation="covers", subject=("official", "乙某"), obj=("official", "甲某"))
    assert score([gold], [pred]).all.f1 == 1


def test_changes_list_gains_and_losses() -> None:
    gold = [row(line=10), row(line=20, subject=("department", "县民政局"))]
    wrong = row(line=15, subject=("department", "县财政局"))
    found = changes(gold, before=[gold[0], wrong], after=[gold[1]])
    assert [r["line"] for r in found["gained"]] == [20]
    assert [r["line"] for r in found["lost"]] == [10]
    assert [r["line"] for r in found["false, gone"]] == [15]
    assert found["false, new"] == []
