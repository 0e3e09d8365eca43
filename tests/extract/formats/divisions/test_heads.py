"""Name lines in the manners of many places: whose duties follow, by which title; and that no duty is lent."""

import pytest

from extract.facts import Doubt, Fact
from extract.formats.divisions.notice import divisions
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

Row = tuple[str, str, str | None]


def found_in(text: str) -> list[Fact | Doubt]:
    return [found for notice in notices(document_of(text)) for found in divisions(notice)]


def said(text: str, relation: str) -> set[Row]:
    """(person, object, role) of each fact of a relation."""
    facts = (found for found in found_in(text) if isinstance(found, Fact))
    return {(f.subject.name, f.object.name, f.role) for f in facts if f.relation.value == relation}


DEPUTY = {("方建国", "县人民政府", "副县长")}
DUTY = {("方建国", "教育", "负责"), ("方建国", "县教育局", "分管")}
DUTIES = "负责教育工作。分管县教育局。"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # a title and a colon before the name, over labelled lines; both titles are facts
        (
            f"3.1 副县长：方建国\n职务：安山县政府党组成员、副县长\n工作分工：{DUTIES}\n",
            DEPUTY | {("方建国", "安山县政府党组", "成员")},
        ),
        # an enumerator with a point, the title in parentheses
        (f"3.1 方建国（副县长）\n分工：{DUTIES}\n", DEPUTY),
        # a name, a colon, the title as a sentence
        (f"方建国：副县长。{DUTIES}\n", DEPUTY),
        (f"方建国：副县长，{DUTIES}\n", DEPUTY),
        # duties on the next line, a space between name and title
        (f"方建国　副县长\n{DUTIES}\n", DEPUTY),
        # sex and nation between name and title
        (f"方建国，男，汉族，副县长。\n分管工作\n{DUTIES}\n", DEPUTY),
        # the title, the name, and what a parenthesis says of the title or the person
        (f"副县长　方建国（县委常委）\n{DUTIES}\n", DEPUTY | {("方建国", "县委", "常委")}),
        (f"副县长：方建国（女）\n{DUTIES}\n", DEPUTY),
        (f"副县长 方建国（挂职）\n{DUTIES}\n", DEPUTY),
        # a life before the title that is held now
        (f"方建国：1971年3月生，大学学历。曾任临江县副县长、临江县委常委。现任县人民政府副县长。{DUTIES}\n", DEPUTY),
        # a title on the line above, the name spaced
        (f"副县长\n方 建 国\n{DUTIES}\n", DEPUTY),
        # a label before the name, the title below
        (f"姓名：方建国\n现任职务：副县长\n工作分工：{DUTIES}\n", DEPUTY),
        # a name alone above the title
        (f"方建国\n副县长\n{DUTIES}\n", DEPUTY),
        # one running sentence
        (f"经研究，副县长方建国同志{DUTIES}\n", DEPUTY),
        # news
        (f"在副县长中，方建国排名第二，{DUTIES}\n", set()),
    ],
)
def test_a_name_line_of_any_form_opens_a_person(text: str, titles: set[Row]) -> None:
    assert said(text, "holds") == titles
    assert said(text, "leads") == DUTY


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # the organ that the title names
        (
            "关于县水利局领导班子成员工作分工的通知\n各股室：\n一、方建国党组书记、局长：主持全面工作。\n安山县水利局\n2021年3月2日\n",
            {("方建国", "县水利局党组", "书记"), ("方建国", "县水利局", "局长")},
        ),
        # the organ that issues
        (
            "安山县人民政府办公室关于领导同志工作分工的通知\n根据需要，主任方建国同志主持全面工作。\n安山县人民政府办公室\n2023年3月24日\n",
            {("方建国", "安山县人民政府办公室", "主任")},
        ),
        # a post that only a firm has
        (
            "关于临江分公司领导分工的通知\n各部室：\n方建国总经理主持全面工作。\n临江分公司\n2016年1月7日\n",
            {("方建国", "临江分公司", "总经理")},
        ),
        # a body of its own is nobody else's
        (
            "关于县水利局领导分工的通知\n方建国（县河长办主任）：主持全面工作。\n安山县水利局\n2021年3月2日\n",
            {("方建国", "县河长办", "主任")},
        ),
    ],
)
def test_a_bare_title_is_the_organs_own(text: str, titles: set[Row]) -> None:
    assert said(text, "holds") == titles


@pytest.mark.parametrize(
    "line",
    [
        "副局长（待定）：负责水利工作。",
        "副县长（空缺）：负责水利工作。",
        "副县长负责水利工作。",
        "其他领导同志负责水利工作。",
        "本页由县政府办公室维护。\n负责水利工作。",
    ],
)
def test_no_duty_is_lent_to_the_person_before(line: str) -> None:
    text = f"县政府领导分工\n方建国（副县长）：{DUTIES}\n{line}\n"
    assert said(text, "leads") == DUTY


def test_a_name_line_that_cannot_be_read_is_a_doubt() -> None:
    found = found_in(f"县政府领导分工\n方建国（副县长）：{DUTIES}\n副县长：负责水利工作。\n")
    doubts = [doubt.evidence.quote for doubt in found if isinstance(doubt, Doubt)]
    assert any("副县长" in quote for quote in doubts)


@pytest.mark.parametrize(
    ("sentence", "role", "fields"),
    [
        ("直接分管财务、统计工作。", "直接分管", {"财务", "统计"}),
        ("协助分管档案工作。", "协助分管", {"档案"}),
        ("代管宣传部（新闻中心）。", "代管", {"宣传部", "新闻中心"}),
        # 负责 + 人力资源, not 负责人
        ("负责人力资源和社会保障、住房工作。", "负责", {"人力资源和社会保障", "住房"}),
        ("主持县政府及县政府党组全面工作。", "主持", {"县政府及县政府党组全面"}),
        ("负责统战（包括民族宗教）工作。", "负责", {"统战"}),
        # a zone among fields is a field
        ("负责教育、工业园、信访方面工作。", "负责", {"教育", "工业园", "信访"}),
        ("具体分管（销售部、渠道建设）、城区营业部。", "具体分管", {"销售部", "渠道建设", "城区营业部"}),
    ],
)
def test_what_a_verb_governs(sentence: str, role: str, fields: set[str]) -> None:
    assert said(f"方建国（副县长）：{sentence}\n", "leads") == {("方建国", name, role) for name in fields}


def test_a_liaison_list_that_kinds_of_bodies_close() -> None:
    text = "方建国（副县长）：联系县总工会、县残联等群众团体和部队（武警部队）。联系县政府人事工作。\n"
    assert said(text, "liaises") == {("方建国", "县总工会", "联系"), ("方建国", "县残联", "联系")}
    text = "方建国（副县长）：协调联系县总工会。\n"
    assert said(text, "liaises") == {("方建国", "县总工会", "协调联系")}


@pytest.mark.parametrize(
    "text",
    [
        # general duties, offices and seats are nobody's
        "安山县河湖管理办法\n第五条 县水利局负责河湖管理工作。\n县长负责全县河湖工作。\n",
        "意见：县长负责签署。\n",
        "区政府办副主任意见\n区领导意见\n分管水利工作\n",
    ],
)
def test_texts_without_persons_give_no_fact(text: str) -> None:
    assert not [found for found in found_in(text) if isinstance(found, Fact)]


@pytest.mark.parametrize(
    ("text", "leads", "holds"),
    [
        # a name of two characters before 副
        ("罗清副县长\n负责金融工作。\n", {("罗清", "金融", "负责")}, {("罗清", "县人民政府", "副县长")}),
        # a name, and below it the title with the duties
        (
            "罗清\n副县长兼县公安局局长，负责公安工作。\n方建国\n县长，主持县政府全面工作。\n",
            {("罗清", "公安", "负责"), ("方建国", "县政府全面", "主持")},
            {
                ("罗清", "县人民政府", "副县长"),
                ("罗清", "县公安局", "局长"),
                ("方建国", "县人民政府", "县长"),
            },
        ),
        # the party organ as printed, and the title after it
        (
            "党委副书记、镇长罗清：主持镇政府工作。\n",
            {("罗清", "镇政府", "主持")},
            {("罗清", "党委", "副书记"), ("罗清", "镇人民政府", "镇长")},
        ),
        # 协助管理 without a person
        (
            "县政府领导分工\n县长助理罗清协助管理法制、民族工作。\n",
            {("罗清", "法制", "协助管理"), ("罗清", "民族", "协助管理")},
            {("罗清", "县人民政府", "县长助理")},
        ),
        # 公安局长 is the head of 公安局
        (
            "副县长兼公安局长罗清，负责司法工作。\n",
            {("罗清", "司法", "负责")},
            {("罗清", "县人民政府", "副县长"), ("罗清", "公安局", "局长")},
        ),
    ],
)
def test_names_and_titles_that_run_into_each_other(text: str, leads: set[Row], holds: set[Row]) -> None:
    assert said(text, "leads") == leads
    assert said(text, "holds") == holds


def test_help_without_a_verb() -> None:
    assert said("常务副县长罗清：协助县长日常工作；分管财政工作。\n", "assists") == {("罗清", "县长", "协助")}


@pytest.mark.parametrize(
    "text",
    ["县长罗清主持会议。\n", "会议由副县长罗清主持。\n", "县长出差期间，由常务副县长主持县政府工作。\n"],
)
def test_meetings_and_rules_divide_no_work(text: str) -> None:
    assert not said(text, "leads")


@pytest.mark.parametrize(
    ("text", "leads", "holds"),
    [
        # labels of a page between the name and the duties; what stands below the duties is no field
        (
            "2. 现任县长：罗清\n姓名：罗清\n性别/民族：女，汉族\n现任职务：安山县委副书记\n工作分工：主持县政府全面工作\n近期活动（2021年）\n7月5日：调研防汛\n",
            {("罗清", "县政府全面", "主持")},
            {("罗清", "县人民政府", "县长"), ("罗清", "安山县委", "副书记")},
        ),
        # a person named before, the duty directly after the name
        (
            "罗清，女，1979年1月生，现任安山县委副书记。\n罗清领导县政府全面工作，负责审计等方面工作。\n",
            {("罗清", "县政府全面", "领导"), ("罗清", "审计", "负责")},
            {("罗清", "安山县委", "副书记")},
        ),
        # a label and its text in two cells
        (
            "罗清（副县长）\n出生\t1975年10月\n当前分工\t负责信访工作；分管县信访局\n",
            {("罗清", "信访", "负责"), ("罗清", "县信访局", "分管")},
            {("罗清", "县人民政府", "副县长")},
        ),
        # a table of leaders, the heading's verb for its cells
        (
            "姓名\t职务\t分管领域\n罗清\t副县长\t人社、教育等\n方建国\t县委常委、副县长\t交通\n",
            {("罗清", "人社", "分管"), ("罗清", "教育", "分管"), ("方建国", "交通", "分管")},
            {("罗清", "县人民政府", "副县长"), ("方建国", "县委", "常委"), ("方建国", "县人民政府", "副县长")},
        ),
        # 统筹协调 is one verb, 在县长领导下 none
        (
            "罗清，现任安山县副县长。在县长领导下负责信访工作，统筹协调临江园区工作。\n",
            {("罗清", "信访", "负责"), ("罗清", "临江园区", "统筹协调")},
            {("罗清", "安山县人民政府", "副县长")},
        ),
    ],
)
def test_pages_of_leaders(text: str, leads: set[Row], holds: set[Row]) -> None:
    assert said(text, "leads") == leads
    assert said(text, "holds") == holds


@pytest.mark.parametrize("label", ["召集人", "副组长", "总指挥", "成员", "出席", "性别"])
def test_seats_and_labels_are_no_persons(label: str) -> None:
    text = f"安山县防汛分工\n{label}：县长\n副组长：县水利局局长\n负责防汛工作。\n"
    assert not [found for found in found_in(text) if isinstance(found, Fact)]


@pytest.mark.parametrize(
    ("text", "leads", "holds"),
    [
        # a rank alone in the parentheses names no body; the person is read all the same
        (
            "3.1 方建国（副县长）\n分工：负责商务工作\n3.2 罗清（二级巡视员）\n分工：负责民政工作\n",
            {("方建国", "商务", "负责"), ("罗清", "民政", "负责")},
            DEPUTY,
        ),
        # a table of names and posts with the duties among remarks: only the duties are read
        (
            "县政府领导\n姓名\t职务\t备注\n罗清\t副县长\t1978.12出生，博士；分管金融\n方建国\t副县长\t安山县人\n",
            {("罗清", "金融", "分管")},
            DEPUTY | {("罗清", "县人民政府", "副县长")},
        ),
        # the life of a person, a line each, before the label of the duties; a post held beside
        (
            "罗清（副县长）\n女，汉族，1968年3月生\n中共党员\n兼临江开发区党工委书记\n分管：民政、卫生健康\n",
            {("罗清", "民政", "分管"), ("罗清", "卫生健康", "分管")},
            {("罗清", "县人民政府", "副县长"), ("罗清", "临江开发区党工委", "书记")},
        ),
    ],
)
def test_pages_with_remarks(text: str, leads: set[Row], holds: set[Row]) -> None:
    assert said(text, "leads") == leads
    assert said(text, "holds") == holds


@pytest.mark.parametrize(
    "text",
    [
        f"县政府领导 罗清：县委常委、县长。主持县政府全面工作。 方建国：副县长。{DUTIES} ",
        f"县政府领导分工 罗清　县长 主持县政府全面工作 方建国　副县长（公安分局局长） {DUTIES}",
        f"校长 罗 清 主持县政府全面工作。 副县长 方 建 国 {DUTIES}",
        f"3.1 县长：罗清 职务：安山县县长 工作分工：主持县政府全面工作。 3.2 副县长：方建国 职务：副县长 工作分工：{DUTIES}",
        f"罗清县长主持县政府全面工作。原常务副县长另有任用。方建国副县长{DUTIES}",
    ],
)
def test_a_page_without_line_breaks_lends_no_duty(text: str) -> None:
    """Every name line inside a paragraph ends the person before."""
    assert said(text, "leads") == DUTY | {("罗清", "县政府全面", "主持")}


def test_a_life_stands_between_a_name_and_its_duties() -> None:
    page = (
        "尹青同志简历\n尹青，男，汉族，安山临江人，1970年8月出生，1992年7月参加工作，1995年6月加入中国共产党。\n"
        "1992.07—1998.03 安山县财政局科员\n2010.01至今 安山县人民政府副县长\n负责水利、林业工作。\n"
    )
    found = extract_document(document_of(page)).facts
    assert [(f.relation.value, f.subject.name, f.object.name, f.role) for f in found] == [
        ("holds", "尹青", "安山县人民政府", "副县长"),
        ("leads", "尹青", "水利", "负责"),
        ("leads", "尹青", "林业", "负责"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "held"),
    [
        ("方建军 党委书记、局长", "方建军", {("方建军", "党委", "书记")}),
        ("石芳 党委委员、副局长", "石芳", {("石芳", "党委", "委员")}),
        ("林晓峰 总工程师", "林晓峰", set()),
        ("王芳 四级调研员", "王芳", set()),
    ],
)
def test_a_space_ends_a_name_before_the_title_of_a_body_that_is_not_told(line: str, name: str, held: set[Row]) -> None:
    text = f"领导分工\n{line}\n分管办公室、财务科。\n贺林 副局长\n分管规划科。\n"
    assert said(text, "leads") == {(name, "办公室", "分管"), (name, "财务科", "分管"), ("贺林", "规划科", "分管")}
    assert said(text, "holds") == held


@pytest.mark.parametrize(("title", "body"), [("副省长", "省"), ("副镇长", "镇"), ("副州长", "州"), ("副乡长", "乡")])
def test_a_deputy_of_any_level_is_no_name(title: str, body: str) -> None:
    text = f"{title}　方建国（常务{title}）\n{DUTIES}\n"
    assert said(text, "leads") == DUTY
    assert said(text, "holds") == {
        ("方建国", f"{body}人民政府", title),
        ("方建国", f"{body}人民政府", f"常务{title}"),
    }


PAGE_OF_LEADERS = """安山县人民政府领导班子
县长
罗立华
县委副书记，县政府党组书记、县长
工作分工：主持县政府全面工作。负责审计方面工作。
副县长
方建国
县委常委，县政府党组成员、副县长
工作分工：负责教育工作。分管县教育局。
"""


def test_a_title_above_a_name_and_all_titles_below_it() -> None:
    assert said(PAGE_OF_LEADERS, "holds") == {
        ("罗立华", "县人民政府", "县长"),
        ("罗立华", "县委", "副书记"),
        ("罗立华", "县政府党组", "书记"),
        ("方建国", "县人民政府", "副县长"),
        ("方建国", "县委", "常委"),
        ("方建国", "县政府党组", "成员"),
    }
    assert said(PAGE_OF_LEADERS, "leads") == {
        ("罗立华", "县政府全面", "主持"),
        ("罗立华", "审计", "负责"),
        ("方建国", "教育", "负责"),
        ("方建国", "县教育局", "分管"),
    }


def test_the_title_of_the_next_person_is_not_of_the_one_above() -> None:
    text = f"安山县人民政府领导分工\n县长\n罗立华\n副县长\n方建国\n{DUTIES}\n"
    assert said(text, "holds") == {("罗立华", "县人民政府", "县长")} | DEPUTY
    assert said(text, "leads") == DUTY


@pytest.mark.parametrize("before", ["", "曾任临江县县长。\n", "历任临江县县长、青河县委书记。\n"])
def test_a_life_and_the_present_title_on_lines_of_their_own(before: str) -> None:
    text = f"方建国，男，汉族，1972年1月生，安山人，大学学历。\n{before}现任安山县副县长。\n{DUTIES}\n"
    assert said(text, "holds") == {("方建国", "安山县人民政府", "副县长")}
    assert said(text, "leads") == DUTY


@pytest.mark.parametrize("organ", ["安山大学校领导", "安山大学学校领导", "安山大学领导班子成员"])
def test_leaders_of_a_university_are_of_the_university(organ: str) -> None:
    assert said(f"{organ}\n副校长\n方建国\n{DUTIES}\n", "holds") == {("方建国", "安山大学", "副校长")}


def test_a_name_before_an_organ_is_no_part_of_it() -> None:
    text = "镇班子分工\n方建国  镇党委委员、组织委员：负责人事工作，兼任机关党支部书记，参加会议。\n石磊  镇党委委员：负责武装工作。\n"
    assert {row[:2] for row in said(text, "leads")} == {("方建国", "人事"), ("石磊", "武装")}
    assert not [row for row in said(text, "holds") if row[1].startswith("方建国")]


def test_a_comrade_is_no_part_of_a_name() -> None:
    text = f"县政府领导分工\n方建国同志（挂职副县长）{DUTIES}\n"
    assert {name for name, _, _ in said(text, "holds")} == {"方建国"}
    assert said(text, "leads") == DUTY


@pytest.mark.parametrize("title", ["总工程师", "厅党组成员、总工程师", "总经济师", "总会计师"])
def test_the_end_of_a_title_is_nobody(title: str) -> None:
    text = f"安山省交通运输厅厅领导工作分工\n方建国 {title}：{DUTIES}\n"
    assert {name for name, _, _ in said(text, "holds")} == {"方建国"}
    assert said(text, "leads") == DUTY
