"""What a text says was not done, is still to come or was so once gives no fact: no duty, no election, no post."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

DIVISION = "关于县领导分工的通知\n各乡镇：\n"
Told = set[tuple[Relation, str]]
LEADS, APPOINTED = Relation.LEADS, Relation.APPOINTED
CASES: list[tuple[str, Told]] = [
    (DIVISION + "统计工作不再由石磊分管，教育工作曾由石磊分管，卫生工作拟由林峰分管，民政工作由尹青分管。\n", {(LEADS, "尹青")}),
    (DIVISION + "由石磊分管教育工作改为由林峰分管。由石磊同志分管教育工作至2020年底。\n", set()),
    ("会议未能选举产生县长丁力，副县长石磊。\n", set()),
    ("会议将选举产生县长丁力，副县长石磊。\n", set()),
    ("会议选举产生了县长丁力，副县长石磊。\n", {(APPOINTED, "丁力"), (APPOINTED, "石磊")}),
    ("会议选举产生了县代表50名。出席会议的有：县委书记丁力、县长石磊。\n", set()),
    ("会议选举产生新一届工会委员会。县总工会主席丁力，副主席石磊。\n", set()),
    ("安山大事记\n2001年\n1月，县水利局建成。\n2月，尹青调离，石磊未任党委书记。\n5月，孟川任县林场党委书记。\n", {(APPOINTED, "孟川")}),
    ("任命丁力、石磊\n均为县水利局副局长。\n", set()),
    ("免去高原安山集团总裁，由尹青出任。\n", set()),
    ("序号,工作任务,责任单位\n1,疏浚河道,县水利局\n2,修仓库,县财政局\n注：责任单位,不包括,县教育局\n", {(LEADS, "县水利局"), (LEADS, "县财政局")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_only_what_is_so_is_stated(text: str, told: Told) -> None:
    facts = extract_document(document_of(text)).facts
    assert {(one.relation, one.subject.name) for one in facts if one.relation in {LEADS, APPOINTED}} == told


def test_a_year_before_a_reason_dates_no_decision() -> None:
    text = "关于石磊等任免的通知\n2022年3月5日县人大常委会第五次会议通过：\n任命石磊为县教育局局长。\n2021年挂职期满，免去林峰的县水利局局长职务。\n任命高原为县水利局局长。\n"
    facts = extract_document(document_of(text)).facts
    assert {one.date for one in facts if one.relation is not Relation.ISSUED} == {"2022-03-05"}
