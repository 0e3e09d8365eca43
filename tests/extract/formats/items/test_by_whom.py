"""Sentences that say by whom each of several things is done."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]

HEAD = "安山县人民政府办公室关于明确部分职责的通知\n安政办发〔2021〕7号\n各乡镇：\n现将有关事项明确如下：\n"
FOOT = "\n安山县人民政府办公室\n2021年5月8日\n"


def rows(text: str) -> set[Row]:
    """(relation, unit, item, role) of each fact of an item."""
    facts = (fact for fact in extract_document(document_of(HEAD + text + FOOT)).facts if isinstance(fact, Fact))
    return {
        (f.relation.value, f.subject.name, f.object.name, f.role)
        for f in facts
        if f.object.kind.value == "task" and f.relation.value in {"leads", "assists"}
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一、城市供水、排水管理均由县水务局负责，户外广告审批归口县城管局负责。",
            {
                ("leads", "县水务局", "城市供水、排水管理", "负责"),
                ("leads", "县城管局", "户外广告审批", "负责"),
            },
        ),
        (
            "养犬管理统一由县公安局负责；犬只防疫由县农业农村局负责。",
            {("leads", "县公安局", "养犬管理", "负责"), ("leads", "县农业农村局", "犬只防疫", "负责")},
        ),
        (
            "（二）城区排涝由县住建局、县城管局分别牵头，县水利局配合。",
            {
                ("leads", "县住建局", "城区排涝", "牵头"),
                ("leads", "县城管局", "城区排涝", "牵头"),
                ("assists", "县水利局", "城区排涝", "配合"),
            },
        ),
        (
            "2.清理河道垃圾——县水利局牵头，县城管局配合。",
            {("leads", "县水利局", "清理河道垃圾", "牵头"), ("assists", "县城管局", "清理河道垃圾", "配合")},
        ),
        ("2.清理河道垃圾——县水利局负责。", {("leads", "县水利局", "清理河道垃圾", "负责")}),
        # what an organ does as a rule, a group's office, the paper itself, the whole plan
        ("县政府全体会议的组织工作由县政府办公室负责。", set()),
        ("三、领导小组日常工作由县水利局负责。", set()),
        ("本办法由县水利局负责解释，未尽事宜由县水利局负责。", set()),
        ("一、河道管理，由县水利局牵头的检查组负责。", set()),
        # what is not given to a unit, once was or may be; what stands beside it
        ("养犬管理由县公安局负责；户外广告不由县城管局负责。", set()),
        ("污水处理原由县住建局负责，养犬管理统一由县公安局负责。", set()),
        ("以前绿化养护由县城管局负责，犬只防疫由县农业农村局负责。", set()),
        ("路灯养护没有由县住建局负责；犬只防疫由县农业农村局负责。", set()),
        ("路灯养护早先由县住建局负责；犬只防疫由县农业农村局负责。", set()),
        (
            "草原防火由县林业局负责；退化草原由县林业局负责；河道清淤拟由县水利局负责。",
            {("leads", "县林业局", "草原防火", "负责"), ("leads", "县林业局", "退化草原", "负责")},
        ),
    ],
)
def test_by_whom(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


def test_one_thing_given_to_a_unit_is_doubted() -> None:
    extraction = extract_document(document_of("安山县调整部分职能\n记者获悉，今后全县养犬管理统一由县公安局负责。\n"))
    assert [doubt for doubt in extraction.doubts if "县公安局" in doubt.evidence.quote]


def test_a_duty_that_is_denied_or_over_is_doubted() -> None:
    text = "安山县城市管理分工\n养犬管理由县公安局负责；犬只防疫由县农业农村局负责；户外广告不由县城管局负责。\n"
    extraction = extract_document(document_of(text))
    assert [fact.subject.name for fact in extraction.facts if isinstance(fact, Fact)] == ["县公安局", "县农业农村局"]
    assert [doubt for doubt in extraction.doubts if "县城管局" in doubt.evidence.quote]
