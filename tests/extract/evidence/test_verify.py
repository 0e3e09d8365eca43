"""The last gate: a fact whose evidence does not hold becomes a doubt."""

import pytest

from extract.document import Document
from extract.evidence.verify import verified, verified_doubt
from extract.facts import Doubt, Fact, Kind, Party, Qualifiers, Relation
from extract.private import is_private
from extract.readers import document_of

LINE = "任命王建国同志为县教育局副局长，联系电话13812345678。\n"


def party(document: Document, kind: Kind, name: str) -> Party:
    start = document.text.index(name)
    return Party(kind, name, start, start + len(name))


def appointed(document: Document, start: int, end: int, **changes: object) -> Fact:
    values: dict[str, object] = {
        "relation": Relation.APPOINTED,
        "subject": party(document, Kind.OFFICIAL, "王建国"),
        "object": party(document, Kind.DEPARTMENT, "县教育局"),
        "role": "副局长",
        "evidence": document.evidence(start, end),
        "rule": "test",
    }
    return Fact(**(values | changes))  # type: ignore[arg-type]


def test_a_sound_fact_passes_as_it_is() -> None:
    document = document_of(LINE)
    fact = appointed(document, 2, 15)
    assert verified(document, fact) is fact


def test_a_quote_ends_before_a_private_number() -> None:
    document = document_of(LINE)
    fact = verified(document, appointed(document, 0, len(LINE)))
    assert isinstance(fact, Fact)
    assert fact.evidence.quote == "任命王建国同志为县教育局副局长，联系电话"


def test_the_line_is_that_of_the_person() -> None:
    document = document_of("任命：\n王建国同志为县教育局副局长。\n")
    fact = verified(document, appointed(document, 0, 17))
    assert isinstance(fact, Fact)
    assert fact.evidence.line == 2


@pytest.mark.parametrize(
    ("start", "end", "changes", "says"),
    [
        (7, 15, {}, "not hold “王建国”"),  # the person stands outside the quote
        (2, 7, {}, "neither “县教育局”"),  # neither body nor post
        (2, 2, {}, "not the source"),
        (2, 15, {"qualifiers": Qualifiers(phone="138 1234 5678")}, "private number"),
        (2, 15, {"role": "13812345678"}, "private number"),
    ],
)
def test_an_unsound_fact_is_a_doubt(start: int, end: int, changes: dict[str, object], says: str) -> None:
    document = document_of(LINE)
    doubt = verified(document, appointed(document, start, end, **changes))
    assert isinstance(doubt, Doubt)
    assert says in doubt.reason.text("en")
    assert not is_private(doubt.evidence.quote)


def test_a_quote_that_is_not_the_source_is_a_doubt() -> None:
    document, other = document_of(LINE), document_of(" " + LINE)
    assert isinstance(verified(document, appointed(other, 3, 16)), Doubt)


def test_long_quotes_are_for_table_rows_only() -> None:
    filler = "县" * 300
    prose, row = document_of(f"王建国县教育局{filler}"), document_of(f"王建国\t县教育局\t{filler}")
    assert isinstance(verified(prose, appointed(prose, 0, len(prose.text))), Doubt)
    assert isinstance(verified(row, appointed(row, 0, len(row.text))), Fact)


def test_doubts_hold_no_private_number() -> None:
    document = document_of(LINE)
    doubt = verified_doubt(document, Doubt(document.evidence(0, len(LINE)), "test", "no_unit"))
    assert "138" not in doubt.evidence.quote


def test_a_part_is_of_the_organ_that_only_the_title_names() -> None:
    document = document_of(
        "安山县水利局职能配置、内设机构和人员编制规定\n第一条 为规范机构设置，制定本规定。\n（一）水资源股。负责水资源管理。\n"
    )
    part = party(document, Kind.DEPARTMENT, "水资源股")
    start = document.text.index("水资源股")
    for name, settled in (("安山县水利局", True), ("柳坪县水利局", False)):
        fact = Fact(
            Relation.PART_OF,
            part,
            Party(Kind.DEPARTMENT, name),
            document.evidence(start, start + 4),
            "test",
            "内设机构",
        )
        assert isinstance(verified(document, fact), Fact) is settled
