"""A title in a row of bars, and the day beside a label with the time of it."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

BARRED = """当前位置： | 首页 |
|
临江市人民政府办公室关于印发临江市公共服务实施方案的通知 | |||
|
各乡镇人民政府： 《临江市公共服务实施方案》已经市政府同意，现印发给你们。
临江市人民政府办公室 2023年4月27日
临江市公共服务实施方案
为推进工作，制定本方案。
"""
LABELS = """文 号 | 安政办〔2022〕1号 | 发文日期 | 2022-01-30 16:20 |
标 题 | 安山县人民政府办公室关于印发任务分解方案的通知 |
安山县人民政府办公室关于印发任务分解方案的通知
各镇人民政府：
现印发给你们，请认真贯彻执行。
"""


def issued(text: str) -> list[tuple[str, str, str | None]]:
    facts = extract_document(document_of(text)).facts
    return [(f.subject.name, f.object.name, f.date) for f in facts if f.relation is Relation.ISSUED]


def test_a_title_in_bars_is_the_title() -> None:
    title = "临江市人民政府办公室关于印发临江市公共服务实施方案的通知"
    assert issued(BARRED) == [("临江市人民政府办公室", title, "2023-04-27")]


def test_a_day_beside_its_time_is_whole() -> None:
    assert issued(LABELS) == [("安山县人民政府办公室", "安政办〔2022〕1号", "2022-01-30")]
