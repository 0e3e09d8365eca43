"""The head of a notice, a way of printing it a case: mastheads, numbers, titles over lines, orders, what a page prints above."""

from dataclasses import replace

import pytest

from extract.readers import document_of
from extract.text.head.marks import number_in
from extract.text.segment import notices

Head = tuple[str | None, str | None, tuple[str, ...], str | None]
BODY = "各乡镇人民政府：\n现将方案印发给你们，请认真贯彻执行。\n"
SIGNED = "安山县人民政府\n2022年4月6日\n"
GOVERNMENT = ("安山县人民政府",)


def head(text: str) -> Head:
    notice = notices(document_of(text))[0]
    return notice.number, notice.title, tuple(issuer.name for issuer in notice.issuers), notice.dated


HEADS: dict[str, tuple[str, Head]] = {
    "a number and its day below the title": (
        "安山县人民政府关于防汛工作的通知\n（安政〔1985〕38号 1985年6月3日）\n" + BODY,
        ("安政〔1985〕38号", "安山县人民政府关于防汛工作的通知", GOVERNMENT, "1985-06-03"),
    ),
    "a number in brackets after a title that ends as few do": (
        "2031年镇村绿化工作任务（安政发〔2031〕8号）\n" + BODY + SIGNED,
        ("安政发〔2031〕8号", "2031年镇村绿化工作任务", GOVERNMENT, "2022-04-06"),
    ),
    "a university of a place above a title with its year": (
        "东南工业大学（安山）\n\n  2031年推免生接收办法\n\n为做好接收工作，制定本办法。\n",
        (None, "东南工业大学（安山）2031年推免生接收办法", ("东南工业大学（安山）",), None),
    ),
    "a day that runs into the number": (
        "安山县人民政府关于防汛工作的通知\n（1985年6月3日安政〔1985〕38号）\n" + BODY,
        ("安政〔1985〕38号", "安山县人民政府关于防汛工作的通知", GOVERNMENT, "1985-06-03"),
    ),
    "a number glued to the title, and a signature glued to the text": (
        "安山县人民政府办公室关于同意建立联席会议制度的函安政办函〔2021〕12号\n县水利局：你局请示收悉，现函复如下，请认真执行。"
        "安山县人民政府办公室2021年1月26日（此件公开发布）\n",
        (
            "安政办函〔2021〕12号",
            "安山县人民政府办公室关于同意建立联席会议制度的函",
            ("安山县人民政府办公室",),
            "2021-01-26",
        ),
    ),
    "a decision of a congress's committee, which stands on the line above": (
        "安山县人民代表大会常务委员会\n关于接受石磊同志辞去\n安山县人民政府县长职务请求的决定\n"
        "（2023年5月31日安山县第十五届人民代表大会常务委员会第七次会议通过）\n会议决定，接受石磊同志的请求。\n",
        (
            None,
            "安山县人民代表大会常务委员会关于接受石磊同志辞去安山县人民政府县长职务请求的决定",
            ("安山县人民代表大会常务委员会",),
            "2023-05-31",
        ),
    ),
    "an explanation that says when the document was made known": (
        "安山县水利局关于分工的解读\n2023年3月24日安山县水利局印发了领导分工。\n有关情况如下。\n",
        (None, "安山县水利局关于分工的解读", ("安山县水利局",), "2023-03-24"),
    ),
    "a number of the time before years had four digits": (
        "安山县人民委员会关于防汛工作的通知\n(64)安林字第12号\n1964年2月\n" + BODY,
        ("(64)安林字第12号", "安山县人民委员会关于防汛工作的通知", ("安山县人民委员会",), "1964-02"),
    ),
    "a law database that runs the day into the number": (
        "【法规名称】 安山县人民政府关于防汛工作的通知\n【颁布部门】 安山县人民政府\n【颁布日期】 1985年6月3日安政〔1985〕38号\n"
        "【实施日期】 1985年6月3日\n" + BODY,
        ("安政〔1985〕38号", "安山县人民政府关于防汛工作的通知", GOVERNMENT, "1985-06-03"),
    ),
    "the month alone below the title": (
        "安山县人民委员会关于防汛工作的通知\n（1961年5月）\n" + BODY,
        (None, "安山县人民委员会关于防汛工作的通知", ("安山县人民委员会",), "1961-05"),
    ),
    "the month below the title, the day below the signature": (
        "安山县人民政府关于防汛工作的通知\n（2022年4月）\n" + BODY + SIGNED,
        (None, "安山县人民政府关于防汛工作的通知", GOVERNMENT, "2022-04-06"),
    ),
    "the column of a site above the title, and the head again with the title over two lines": (
        "政策法规\n关于印发《安山县机构编制管理办法》的通知\n时间：2013-12-22 阅读：1797次\n中共安山县委\n安山县人民政府\n"
        "关于印发《安山县机构编制\n管理办法》的通知\n" + BODY,
        (None, "关于印发《安山县机构编制管理办法》的通知", ("中共安山县委", "安山县人民政府"), None),
    ),
    "a title in marks, twice": (
        "《安山县人民政府关于防汛工作的通知》\n浏览量： 时间：2018-11-13\n《安山县人民政府关于防汛工作的通知》\n"
        + BODY,
        (None, "安山县人民政府关于防汛工作的通知", GOVERNMENT, None),
    ),
    "a code of a register and a scrap above the masthead": (
        "ASXFGS—2022—3\n障\n安山县人民政府文件\n安政发〔2022〕5号\n关于印发绿化工作方案的通知\n" + BODY + SIGNED,
        ("安政发〔2022〕5号", "关于印发绿化工作方案的通知", GOVERNMENT, "2022-04-06"),
    ),
    "an order whose line names who gave it": (
        "安山县燃气管理办法\n安山县人民政府令第3号\n第一条 为了加强管理，制定本办法。\n",
        ("安山县人民政府令第3号", "安山县燃气管理办法", GOVERNMENT, None),
    ),
    "the menu of a site, run together": (
        "安山县社会保险局\n机构简介通知公告统计数据办事指南政策法规局长信箱文件下载\n安山县人民政府办公室关于学生参保的通知\n"
        "安政办〔2022〕5号\n" + BODY,
        ("安政办〔2022〕5号", "安山县人民政府办公室关于学生参保的通知", ("安山县人民政府办公室",), None),
    ),
    "a school in the title": (
        "安山县第三中学关于学校安全的通知\n校发〔2022〕5号\n各处室：\n现将有关事项通知如下。\n",
        ("校发〔2022〕5号", "安山县第三中学关于学校安全的通知", ("安山县第三中学",), None),
    ),
    "a label that names no one body": (
        "【标题】关于落实住房办法有关问题的通知\n【文号】安房改〔2008〕5号\n【颁布单位】有关委局\n一、各乡镇应当公示。\n",
        ("安房改〔2008〕5号", "关于落实住房办法有关问题的通知", (), None),
    ),
    "masthead, number, title over two lines": (
        "安山县人民政府文件\n安政发〔2022〕5号\n安山县人民政府关于印发2022年\n绿化工作方案的通知\n" + BODY + SIGNED,
        ("安政发〔2022〕5号", "安山县人民政府关于印发2022年绿化工作方案的通知", GOVERNMENT, "2022-04-06"),
    ),
    "masthead and number on one line": (
        "安山县人民政府文件安政发〔2022〕5号\n关于印发绿化工作方案的通知\n" + BODY + SIGNED,
        ("安政发〔2022〕5号", "关于印发绿化工作方案的通知", GOVERNMENT, "2022-04-06"),
    ),
    "number before the title": (
        "安政发〔2022〕5号 安山县人民政府关于绿化工作的通知\n" + BODY + SIGNED,
        ("安政发〔2022〕5号", "安山县人民政府关于绿化工作的通知", GOVERNMENT, "2022-04-06"),
    ),
    "number runs into the addressees": (
        "安山县人民政府关于绿化工作的通知\n安政发〔2022〕5号各乡镇人民政府：现将方案印发给你们。\n" + SIGNED,
        ("安政发〔2022〕5号", "安山县人民政府关于绿化工作的通知", GOVERNMENT, "2022-04-06"),
    ),
    "the title goes on after what ends titles": (
        "安山县人民政府\n关于印发绿化工作方案\n的通知\n安政发〔2022〕5号\n" + BODY + SIGNED,
        ("安政发〔2022〕5号", "关于印发绿化工作方案的通知", GOVERNMENT, "2022-04-06"),
    ),
    "the years of a title on a line of their own": (
        "安山县人民政府\n关于印发绿化规划\n（2021-2025年）\n的通知\n" + BODY + SIGNED,
        (None, "关于印发绿化规划（2021-2025年）的通知", GOVERNMENT, "2022-04-06"),
    ),
    "an order with a number of its own": (
        "临江市人民政府令\n第12号\n临江市绿化管理办法\n第一条 为了绿化，制定本办法。\n",
        ("临江市人民政府令第12号", "临江市绿化管理办法", ("临江市人民政府",), None),
    ),
    "the day of adoption below the title": (
        "临江市绿化管理办法\n（2021年12月30日市人民政府常务会议通过）\n第一条 为了绿化，制定本办法。\n",
        (None, "临江市绿化管理办法", (), "2021-12-30"),
    ),
    "two bodies above the title": (
        "安山县财政局\n安山县水利局\n关于下达水利资金的通知\n安财农〔2022〕8号\n" + BODY + "2022年4月6日\n",
        ("安财农〔2022〕8号", "关于下达水利资金的通知", ("安山县财政局", "安山县水利局"), "2022-04-06"),
    ),
    "a sentence says who sent it and when": (
        "关于做好绿化工作的通知\n安山县人民政府办公室2022年4月7日发出通知，要求各地做好绿化工作。\n",
        (None, "关于做好绿化工作的通知", ("安山县人民政府办公室",), "2022-04-07"),
    ),
    "rooms of the house sign": (
        "柳河二中关于防汛值班的通知\n各处室：\n现将有关事项通知如下。\n柳河二中党总支、校长室\n2022年4月6日\n",
        (None, "柳河二中关于防汛值班的通知", ("柳河二中",), "2022-04-06"),
    ),
    "the page names the house shorter, and the day and the number run into the text": (
        "柳省政府关于春季植树的通知\n【发布日期】1985-06-03\n【所属类别】地方法规\n柳省人民政府关于春季植树的通知\n"
        "（1985年6月3日柳政〔1985〕8号）　根据有关规定，现将植树事项通知如下，请照此办理：\n",
        ("柳政〔1985〕8号", "柳省人民政府关于春季植树的通知", ("柳省人民政府",), "1985-06-03"),
    ),
    "no number and no signature": (
        "关于做好绿化工作的通知\n" + BODY,
        (None, "关于做好绿化工作的通知", (), None),
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_head_says_number_title_issuers_and_date(name: str) -> None:
    text, expected = HEADS[name]
    assert head(text) == expected


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("安政发[2022]5号", "安政发[2022]5号"),
        ("(安政办函[2022]15号)", "安政办函[2022]15号"),
        ("安山县人民政府文件安政发[2022]5号", "安政发[2022]5号"),
        ("安政发[2022]5号签发人:丁立新", "安政发[2022]5号"),
        ("安政办函[2003]28号2003年12月16日河东省", "安政办函[2003]28号"),
        ("临府令第121号", "临府令第121号"),
        ("根据安政发[2022]5号的要求", None),
        ("安山县振兴路5号", None),
    ],
)
def test_a_line_is_a_number_and_little_else(line: str, number: str | None) -> None:
    span = number_in(line)
    assert (line[slice(*span)] if span else None) == number


@pytest.mark.parametrize(("reading", "issuer"), [("ocr", "安山县社会保障局"), ("text", "安山县社会保局")])
def test_ocr_that_lost_a_character_of_the_masthead(reading: str, issuer: str) -> None:
    text = (
        "安山县社会保局文件\n安社保〔2022〕5号\n关于印发绿化工作方案的通知\n"
        + BODY
        + "安山县社会保障局\n2022年4月6日\n"
    )
    notice = notices(replace(document_of(text), reading=reading))[0]
    assert [party.name for party in notice.issuers] == [issuer]
