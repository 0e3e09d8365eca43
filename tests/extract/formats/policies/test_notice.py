"""Documents that a notice issues, submits to, ends or sets right."""

import pytest

from extract.facts import Doubt, Fact, Relation
from extract.formats.policies.notice import policies
from extract.pipeline import extract_document
from extract.readers import document_of
from extract.text.segment import notices

HEAD = "青山县人民政府文件\n青政发〔2021〕13号\n青山县人民政府关于印发青山县水利办法的通知\n各乡镇人民政府：\n"
FOOT = "\n青山县人民政府\n2021年3月5日\n"
Row = tuple[str, str, str | None, str | None]


def found(body: str, head: str = HEAD, foot: str = FOOT) -> list[Fact | Doubt]:
    (notice,) = notices(document_of(head + body + foot))
    return list(policies(notice))


def rows(body: str) -> list[Row]:
    return [
        (fact.relation.value, fact.object.name, fact.role, fact.qualifiers.number)
        for fact in found(body)
        if isinstance(fact, Fact) and fact.relation != "issued"
    ]


CASES: list[tuple[str, list[Row]]] = [
    # its own annex after the verb
    ("按《水费办法》的规定执行（见附件1《水费项目说明》）。", [("cites", "水费办法", "按", None)]),
    # what is ended stands after the word, not before it
    ("因《土地管理条例》已修订，决定废止《征地补偿标准》（某政发〔2016〕8号）。", [("repeals", "征地补偿标准", "废止", "某政发〔2016〕8号")]),
    # a list with numbers, the verb of the first holds for all (000 line 1078)
    (
        "为贯彻落实《省消防责任规定》（某政发〔2020〕16号）、《青山州消防规定》（州人民政府令第311号），现通知如下。",
        [("cites", "省消防责任规定", "贯彻落实", "某政发〔2020〕16号"), ("cites", "青山州消防规定", "贯彻落实", "州人民政府令第311号")],
    ),
    # whose it is stands between verb and title; articles between titles
    (
        "依照国务院《水法实施条例》第三条、省人民政府制发的《河道办法》的规定处理。",
        [("cites", "水法实施条例", "依照", None), ("cites", "河道办法", "依照", None)],
    ),
    # two verbs: the nearest governs (000 line 129)
    ("学习宣传和贯彻《中华人民共和国湿地保护法》。", [("cites", "中华人民共和国湿地保护法", "贯彻", None)]),
    # a title within a title (002 line 367)
    ("根据《省厅关于印发《无废城市方案》的通知》（某环〔2021〕1号）精神。", [("cites", "省厅关于印发《无废城市方案》的通知", "根据", "某环〔2021〕1号")]),
    # by number alone, also an order
    ("按照某政规〔2017〕24号、某医保〔2019〕16号等文件要求执行。", [("cites", "某政规〔2017〕24号", "按照", "某政规〔2017〕24号"), ("cites", "某医保〔2019〕16号", "按照", "某医保〔2019〕16号")]),
    ("根据中华人民共和国国务院令第712号办理。", [("cites", "中华人民共和国国务院令第712号", "根据", "中华人民共和国国务院令第712号")]),
    # 或 is no part of the second
    ("凡符合某政规〔2017〕24号或某医保〔2019〕16号条件的，可以申报。", [("cites", "某政规〔2017〕24号", "符合", "某政规〔2017〕24号"), ("cites", "某医保〔2019〕16号", "符合", "某医保〔2019〕16号")]),
    # a mere mention with its number
    ("超过《商品煤办法》（国家发展改革委等6部委局令第16号）规定的，依法查处。", [("cites", "商品煤办法", None, "国家发展改革委等6部委局令第16号")]),
    # a short title stands for the one it was given to; the verb may follow (000 line 391)
    ("《青山县第十四个五年规划纲要》（以下简称《纲要》）已经审议通过。为确保《纲要》有效实施，制定本方案。", [("cites", "青山县第十四个五年规划纲要", "实施", None)]),
    ("转发《获得用气工作方案》；督促企业按照《工作方案》进行改造。", [("cites", "获得用气工作方案", "转发", None)]),
    # once a pair
    ("根据《中华人民共和国水法》制定本办法。依照《中华人民共和国水法》处罚。", [("cites", "中华人民共和国水法", "根据", None)]),
    # each of a list made by somebody else
    (
        "为贯彻落实省委办公厅《河湖长制意见》、青山州河（湖）长制领导小组印发《青山州河长制方案》，制定《青山县河长制方案》。",
        [("cites", "河湖长制意见", "贯彻落实", None), ("cites", "青山州河长制方案", "贯彻落实", None)],
    ),
    # the verb after the list; who is asked to carry out
    (
        "做好《防震条例》和《青山州地震应急预案》的落实工作。",
        [("cites", "防震条例", "落实", None), ("cites", "青山州地震应急预案", "落实", None)],
    ),
    ("省地震局《关于经费渠道的报告》已经省人民政府同意，请各市人民政府认真贯彻落实。", [("cites", "关于经费渠道的报告", "贯彻落实", None)]),
    # the end of a title that was cited with its author
    (
        "贯彻落实《省委关于加强街道工作的意见》，按照《关于加强街道工作的意见》办理。",
        [("cites", "省委关于加强街道工作的意见", "贯彻落实", None)],
    ),
    # handed on
    ("现将《省人民政府关于防汛的通知》（某政发〔2021〕3号）转发给你们。", [("cites", "省人民政府关于防汛的通知", "转发", "某政发〔2021〕3号")]),
    # what is made, filled in or learnt is not submitted to
    ("县水利局要制定《河道巡查制度》，填报《巡查登记表》，学习《水法问答》，加强对《防洪法》的宣传，出台《采砂规划》。", []),
    ("按照《巡查登记表》填写，持有《取水许可证》。", []),
    # its own annexes, also when they are named again
    ("现将《青山县水利办法》和《青山县水利细则》印发给你们。各地要按照《青山县水利细则》执行。", []),
    ("《青山县水利办法》已经县政府同意，现印发给你们，请贯彻执行。", []),
    # the last words of a document
    ("你局《关于批准水库规划的请示》（青水〔2021〕3号）收悉。", []),
    ("具体以《青山县水利志》（青水〔2020〕1号）为准。", []),
    # repeals, one or several, with and without title
    (
        "本办法自印发之日起施行，《水利管理办法》（青政发〔2014〕7号）、《河道办法》（青政办发〔2015〕3号）同时废止。",
        [("repeals", "水利管理办法", "同时废止", "青政发〔2014〕7号"), ("repeals", "河道办法", "同时废止", "青政办发〔2015〕3号")],
    ),
    ("青政发〔2014〕7号文件同时停止执行。", [("repeals", "青政发〔2014〕7号", "同时停止执行", "青政发〔2014〕7号")]),
    ("决定废止《水利管理办法》（青政发〔2014〕7号）。", [("repeals", "水利管理办法", "废止", "青政发〔2014〕7号")]),
    ("及时修改或废止与经济社会发展不相适应的规范性文件。", []),
    # revocations and corrections of earlier documents
    ("撤销《关于张伟同志任职的通知》（青政任〔2020〕3号）。", [("revokes", "关于张伟同志任职的通知", "撤销", "青政任〔2020〕3号")]),
    ("《关于张伟同志任职的通知》（青政任〔2020〕3号）中“副局长”更正为“局长”。", [("revokes", "关于张伟同志任职的通知", "更正", "青政任〔2020〕3号")]),
    ("《青山县居住证》逾期作废，应当予以撤销；《考试通知书》作废。", []),  # what a person holds
    ("我县印发的青政干〔2020〕3号文件作废。", [("revokes", "青政干〔2020〕3号", "作废", "青政干〔2020〕3号")]),
    ("根据《机构编制条例》，撤销县水利站。", [("cites", "机构编制条例", "根据", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[body[:16] for body, _ in CASES])
def test_documents_named(body: str, expected: list[Row]) -> None:
    assert rows(body) == expected


def test_each_quote_holds_the_document_and_its_verb() -> None:
    for body, expected in CASES:
        facts = [fact for fact in found(body) if isinstance(fact, Fact) and fact.relation != "issued"]
        for fact, (_, name, role, _) in zip(facts, expected, strict=True):
            assert fact.object.start is not None
            assert name in fact.evidence.quote
            assert role is None or role in fact.evidence.quote
            assert fact.date == "2021-03-05"


def test_a_notice_is_issued_by_its_masthead_under_its_number() -> None:
    (fact,) = found("请做好工作。")
    assert isinstance(fact, Fact)
    assert (fact.subject.name, fact.object.name, fact.date) == ("青山县人民政府", "青政发〔2021〕13号", "2021-03-05")
    assert fact.qualifiers.title == "青山县人民政府关于印发青山县水利办法的通知"
    assert fact.evidence.line == 2
    assert fact.evidence.quote.startswith("青山县人民政府文件\n青政发〔2021〕13号")


@pytest.mark.parametrize(
    "signed",
    [
        "中共青山州委办公室　青山州人民政府办公室",
        "中共青山州委办公室 青 山 州 人 民 政 府 办 公 室",  # set with spaces, to be as wide as the other
    ],
)
def test_each_signer_side_by_side_issues(signed: str) -> None:
    facts = found(
        "请做好工作。",
        "青办发〔2021〕1号\n印发《人才方案》的通知\n各县：\n",
        f"\n{signed}\n2021年3月5日\n",
    )
    assert [fact.subject.name for fact in facts if isinstance(fact, Fact)] == [
        "中共青山州委办公室",
        "青山州人民政府办公室",
    ]


def test_the_body_whose_year_a_report_evaluates_issues_it() -> None:
    """青岩县档案局|2031年度部门支出 / 绩效自评报告: on two lines."""
    title = "青岩县档案局2031年度部门支出\n\n绩效自评报告\n\n"
    facts = [
        fact for fact in found("为管好经费，我局依据《政府采购法》自查如下：\n", title, "") if isinstance(fact, Fact)
    ]
    whole = "青岩县档案局2031年度部门支出绩效自评报告"
    assert [(fact.relation.value, fact.subject.name, fact.object.name) for fact in facts] == [
        ("issued", "青岩县档案局", whole),
        ("cites", whole, "政府采购法"),
    ]


def test_a_reprinted_notice_is_issued_under_its_title() -> None:
    head = "政务简讯\n县人民政府办公室关于成立防汛工作\n领导小组的通知\n县人民政府办公室2021年4月7日发出通知，决定成立领导小组。\n"
    (fact,) = found("", head, "")
    assert isinstance(fact, Fact)
    assert (fact.subject.name, fact.object.name, fact.date, fact.evidence.line) == (
        "县人民政府办公室",
        "县人民政府办公室关于成立防汛工作领导小组的通知",
        "2021-04-07",
        2,
    )


def test_a_headline_and_a_section_issue_nothing() -> None:
    assert (
        found("", "政务简讯\n防汛工作领导小组成立\n县人民政府办公室2021年4月7日发出通知，决定成立领导小组。\n", "")
        == []
    )
    assert found("", "大事记\n4月7日，县长王建国按照《防洪法》检查防汛。\n", "") == []


@pytest.mark.parametrize("line", ["青政发202l〕3号", "青政发2021〕3号", "青政发〔2O21〕3号"])
def test_a_damaged_number_is_a_doubt(line: str) -> None:
    results = found("请做好工作。", f"青山县人民政府文件\n{line}\n关于防汛的通知\n各乡镇：\n")
    assert [doubt.rule for doubt in results if isinstance(doubt, Doubt)] == ["policies.number"]
    assert [fact.object.name for fact in results if isinstance(fact, Fact)] == ["关于防汛的通知"]


def test_a_damaged_number_of_a_cited_document_is_a_doubt() -> None:
    results = found("根据《省政府关于水利的意见》（某政发2020〕3号）精神。")
    assert [doubt.evidence.quote for doubt in results if isinstance(doubt, Doubt)] == ["某政发2020〕3号"]


def test_a_notice_that_nobody_signs_is_a_doubt() -> None:
    results = found("请做好工作。", "关于防汛的通知\n青政发〔2021〕3号\n各乡镇：\n", "")
    assert [doubt.rule for doubt in results if isinstance(doubt, Doubt)] == ["policies.issued"]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("为做好防汛工作，根据《中华人民共和国防洪法》，制定本预案。\n", 1),
        ("县水利局根据《中华人民共和国防洪法》查处采砂船三艘。\n", 0),  # a report makes no document
        ("学习《中华人民共和国防洪法》，制定本预案。\n", 0),
    ],
)
def test_a_text_without_a_name_that_rests_on_others_is_doubted(text: str, doubts: int) -> None:
    said = found(text, head="各乡镇：\n", foot="")
    assert [one.code for one in said if isinstance(one, Doubt)] == ["no_title"] * doubts
    assert all(isinstance(one, Doubt) for one in said)


def test_a_law_of_two_characters_is_cited_and_a_short_title_is_not() -> None:
    assert rows("依据《宪法》、《办法》，制定本规定。") == [("cites", "宪法", "依据", None)]


def test_a_notice_without_a_head_issues_what_it_prints() -> None:
    text = (
        "各乡镇人民政府：\n《安山县常务会议议事规则》已经县政府常务会议通过，现予印发。\n安山县人民政府\n2024年11月8日\n"
        "安山县常务会议议事规则\n第一条 根据《安山县人民政府工作规则》，制定本规则。\n"
    )
    said = [
        (fact.relation.value, fact.subject.name, fact.object.name)
        for fact in found(text, head="", foot="")
        if isinstance(fact, Fact)
    ]
    assert said == [
        ("issued", "安山县人民政府", "安山县常务会议议事规则"),
        ("cites", "安山县常务会议议事规则", "安山县人民政府工作规则"),
    ]


def test_what_an_encyclopaedia_tells_of_goes_by_its_number() -> None:
    text = (
        "柳河县盐税管理办法\n《柳河县盐税管理办法》由县财政局于2031年2月3日以柳财[2031]9号文印发，自发布之日起施行。"
        "《柳河县盐税征收办法》（柳财〔2024〕5号）同时废止。\n"
    )
    said = [
        (one.relation, one.subject.name, one.object.name)
        for one in found(text, head="", foot="")
        if isinstance(one, Fact)
    ]
    assert said == [("repeals", "柳财[2031]9号", "柳河县盐税征收办法")]


def test_a_notice_without_a_head_issues_what_it_prints_under_a_title_of_two_lines() -> None:
    text = (
        "各乡镇人民政府：\n《柳河县盐务改革总体方案》《柳河县水务改革总体方案》已报县政府批准，现印发你们。\n柳河县发展和改革局\n"
        "2024年9月20日\n柳河县盐务改革\n总体方案\n为深化改革，根据《海云省盐务条例》，制定本方案。\n"
    )
    assert issued(text) == [("柳河县发展和改革局", "柳河县盐务改革总体方案", "2024-09-20")]


@pytest.mark.parametrize(
    ("head", "cited"),
    [
        ("青山县人民政府关于分解落实《政府工作报告》重点任务的通知\n", [("政府工作报告", "落实")]),
        ("青山县人民政府关于印发重点工作的通知\n", []),
    ],
)
def test_what_is_taken_out_of_a_document_and_printed_is_not_the_document(
    head: str, cited: list[tuple[str, str]]
) -> None:
    text = "各乡镇人民政府：\n现将《政府工作报告》2022年重点工作任务进行分解并印发给你们。\n"
    facts = [one for one in found(text, head=head) if isinstance(one, Fact) and one.relation == "cites"]
    assert [(fact.object.name, fact.role) for fact in facts] == cited


def issued(text: str) -> list[tuple[str, str, str | None]]:
    facts = [one for one in found(text, head="", foot="") if isinstance(one, Fact) and one.relation == "issued"]
    return [(fact.subject.name, fact.object.name, fact.date) for fact in facts if fact.object]


@pytest.mark.parametrize(
    ("below", "author"),
    [
        # the author in the text of the notice, the title again over two lines
        (
            "关于山区学校\n扩大规模的请示\n省人民政府：\n为发展教育，提出如下意见：\n",
            ("省教育委员会", "关于山区学校扩大规模的请示", None),
        ),
        # author and day in one bracket below the title
        (
            "关于整顿社团的意见\n（省民政厅　一九九七年一月二十八日）\n根据要求，提出如下意见：\n",
            ("省民政厅", "关于整顿社团的意见", "1997-01-28"),
        ),
        # a headquarters as author, the year of the revision on a line of its own, a table of contents below
        (
            "山区学校防汛应急预案\n（1996年修订）\n省学校防汛指挥部\n1997年5月8日\n目　录\n1 总则\n",
            ("省学校防汛指挥部", "山区学校防汛应急预案", "1997-05-08"),
        ),
        ("关于其他事项的请示\n省人民政府：\n为发展教育，提出如下意见：\n", None),
    ],
)
def test_who_wrote_what_a_notice_hands_on(below: str, author: tuple[str, str, str | None] | None) -> None:
    head = "海云省人民政府办公厅转发省教育委员会关于山区学校扩大规模请示的通知\n海政办发〔1997〕32号\n各市人民政府：\n"
    body = "省教育委员会《关于山区学校扩大规模的请示》已经省人民政府批准，现转发给你们。\n海云省人民政府办公厅\n一九九七年七月十七日\n"
    own = ("海云省人民政府办公厅", "海政办发〔1997〕32号", "1997-07-17")
    assert issued(head + body + below) == [own, *([author] if author else [])]


def test_bodies_of_one_place_that_nothing_divides_issue_together() -> None:
    text = "平江市水利局中共平江市委宣传部平江市财政局关于做好节水工作的通知\n平水〔2021〕5号\n各县水利局：\n现将有关事项通知如下。\n2021年5月6日\n"
    facts = extract_document(document_of(text)).facts
    assert [f.subject.name for f in facts if f.relation is Relation.ISSUED] == [
        "平江市水利局",
        "中共平江市委宣传部",
        "平江市财政局",
    ]


def test_a_number_in_a_list_of_a_page_is_that_of_the_document_below() -> None:
    text = "  • 青政发〔2018〕20号\n青山县人民政府关于做好节水工作的通知\n时间:2018年11月05日\n\n各乡镇人民政府：\n\n现将有关事项通知如下。\n\n青山县人民政府\n\n2018年11月2日\n"
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.ISSUED and f.object] == [
        ("青山县人民政府", "青政发〔2018〕20号")
    ]
