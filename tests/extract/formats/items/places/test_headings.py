"""Where items stand: headings, annex, due dates, and who answers by a post alone."""

from extract.facts import ItemRecord
from extract.formats import found_in
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "安山县人民政府文件\n\n安政发〔2022〕3号\n\n关于印发2022年重点工作的通知\n\n现印发给你们。\n\n2022年3月2日\n\n"
TAB = "\t"


def records(text: str) -> list[ItemRecord]:
    found = [result for notice in notices(document_of(HEAD + text, "t.txt")) for result in found_in(notice)]
    return [result for result in found if isinstance(result, ItemRecord)]


def test_headings_and_annex_of_an_item_in_running_text() -> None:
    first, second, third = records(
        "附件2\n\n重点任务分工\n\n一、优化环境\n\n（一）简化流程\n\n1.压缩时限。（牵头单位：县商务局；完成时限：6月底）\n\n"
        "（二）减轻负担\n\n2.清理收费。（牵头单位：县财政局）\n\n二、强化保障\n\n3.加大投入。（牵头单位：县财政局）\n"
    )
    assert (first.annex, first.section, first.due) == (
        "附件2 重点任务分工",
        "一、优化环境/（一）简化流程",
        ("2022-06",),
    )
    assert second.section == "一、优化环境/（二）减轻负担"
    assert third.section == "二、强化保障"


def test_a_table_gives_its_merged_heading_and_all_dates() -> None:
    rows = [
        ("序号", "工作内容", "工作措施", "牵头单位", "完成时限"),
        ("1", "扩大就业", "举办招聘会12场。", "县人社局", "6月底 12月底"),
        ("2", "", "开展技能培训。", "县人社局", "长期"),
    ]
    first, second = records("附件\n\n" + "\n".join(TAB.join(row) for row in rows) + "\n")
    assert (first.annex, first.section, first.due) == ("附件", "扩大就业", ("2022-06", "2022-12"))
    assert (second.section, second.due) == ("扩大就业", ())


def test_a_long_text_beside_a_measure_is_not_under_the_heading_above() -> None:
    long = "守牢安全底线，持续开展矿山、燃气、道路交通和自建房等重点领域专项整治，完善应急指挥体系，提高防灾减灾救灾和重大突发事件处置的保障能力，"
    rows = [
        ("序号", "市级下达的责任事项", "安山县目标任务", "完成时间", "责任单位"),
        ("1", "推进储备粮库建设。", "新建粮库2座。", "12月", "县粮食局"),
        ("2", long + "严防重大事故。", "整治隐患60处。", "12月", "县应急局"),
    ]
    first, second = records("附件\n\n" + "\n".join(TAB.join(row) for row in rows) + "\n")
    assert (first.section, second.section) == ("推进储备粮库建设。", None)


def test_who_answers_by_a_post_alone_is_named_as_printed() -> None:
    (item,) = records("1.加强值守。（牵头单位：县应急局；责任人：各乡镇主要负责人）\n")
    assert item.unnamed == ("各乡镇主要负责人",)
    rows = "序号\t工作内容\t责任领导\t责任单位\n1\t加强值守。\t单位主要负责人\t县应急局\n"
    (item,) = records(rows)
    assert item.unnamed == ("单位主要负责人",)
