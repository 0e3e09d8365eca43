"""What papers report of changes of posts: whose day, drafts that are read out, acting heads, promotions to a rank."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Change = tuple[str, str, str, str | None, str | None, str | None]


def facts(text: str) -> list[Fact]:
    return extract_document(document_of(text)).facts


def changes(text: str) -> list[Change]:
    return [
        (f.relation.value, f.subject.name, f.object.name, f.role, f.date, f.qualifiers.mode)
        for f in facts(text)
        if f.relation in (Relation.APPOINTED, Relation.DISMISSED)
    ]


@pytest.mark.parametrize(
    ("head", "lead", "day"),
    [
        ("2022年01月05日\n第A01版：要闻\n", "本报讯（全媒体记者石 磊）1月4日，", "2022-01-04"),
        ("2022年01月02日\n第02版\n", "本报讯（记者 石磊）12月31日上午，", "2021-12-31"),
        ("临江日报 2021-09-29 第1版\n", "本报记者石磊报道 9月28日，", "2021-09-28"),
    ],
)
def test_a_paper_reports_the_day_of_the_meeting(head: str, lead: str, day: str) -> None:
    text = (
        f"{head}市六届人大常委会举行第三十二次会议\n{lead}市六届人大常委会在临江举行第三十二次会议。\n"
        "会议决定任命孟川为临江市人民政府副市长，免去尹青的临江市财政局局长职务。\n"
    )
    assert changes(text) == [
        ("appointed", "孟川", "临江市人民政府", "副市长", day, None),
        ("dismissed", "尹青", "临江市财政局", "局长", day, None),
    ]


def test_a_draft_that_is_read_out_decides_nothing_and_one_that_is_passed_does() -> None:
    title = "《临江市人大常委会关于接受尹德文辞去临江市人民检察院检察长职务请求的决定"
    text = (
        "市六届人大常委会举行会议\n2022年1月4日，市六届人大常委会举行会议。\n"
        f"会议期间，工作人员宣读了{title}（草案）》。\n随后，会议表决通过了{title}》。\n"
        "会议表决通过了《临江市人大常委会关于市人民检察院副检察长孟玉科代理检察长的决定》。\n"
    )
    assert changes(text) == [
        ("dismissed", "尹德文", "临江市人民检察院", "检察长", "2022-01-04", "辞去"),
        ("appointed", "孟玉科", "市人民检察院", "检察长", "2022-01-04", "代理"),
    ]


def test_a_title_after_a_comma_is_of_whoever_is_named_beside_it() -> None:
    text = "临江市委书记石大川调任省委副书记,云岭市委书记孟玉科调任副省长。\n"
    assert [(who, body, post) for _, who, body, post, _, _ in changes(text)] == [
        ("石大川", "省委", "副书记"),
        ("孟玉科", "省人民政府", "副省长"),
    ]


@pytest.mark.parametrize("when", ["最近", "近期", "日前"])
def test_when_stands_between_who_decides_and_the_order(when: str) -> None:
    text = f"另悉,国务院{when}任命孟玉科为水利部副部长。\n"
    assert changes(text) == [("appointed", "孟玉科", "水利部", "副部长", None, None)]


def test_whom_a_report_says_to_have_been_appointed() -> None:
    text = (
        "2月26日下午，临江市五届人大常委会第二十四次会议召开。\n"
        "会上，由省十四届人大常委会第十四次会议批准任命的临江市人民检察院检察长陈颖进行宪法宣誓。\n"
    )
    assert ("appointed", "陈颖", "临江市人民检察院", "检察长", None, None) in changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "拟任命的县财政局局长丁力参加会议。\n",
        "县委书记石磊会见了新任命的县财政局局长丁力。\n",
    ],
)
def test_a_proposal_and_a_mere_title_appoint_nobody(text: str) -> None:
    assert changes("县委召开会议\n" + text) == []


HEAD = "安山县人民政府关于丁力等同志职务任免的通知\n安政任〔2021〕6号\n经研究，决定：\n"
TAIL = "\n2021年6月3日\n"
DAY = "2021-06-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "丁力同志晋升三级调研员，免去其县水利局副局长职务；",
            [("dismissed", "丁力", "县水利局", "副局长", DAY, None)],
        ),
        (
            "免去高原的县教育局副局长职务，晋升为四级调研员。",
            [
                ("dismissed", "高原", "县教育局", "副局长", DAY, None),
                ("appointed", "高原", "县教育局", "四级调研员", DAY, None),
            ],
        ),
        (
            "林杰同志晋升县财政局二级调研员职级，免去三级调研员职级；\n罗平同志晋升为县教育局四级调研员；",
            [
                ("appointed", "林杰", "县财政局", "二级调研员", DAY, None),
                ("dismissed", "林杰", "县财政局", "三级调研员", DAY, None),
                ("appointed", "罗平", "县教育局", "四级调研员", DAY, None),
            ],
        ),
    ],
)
def test_promotions(text: str, expected: list[Change]) -> None:
    assert changes(HEAD + text + TAIL) == expected


def test_a_promotion_to_a_rank_of_no_named_body_is_a_doubt() -> None:
    doubts = extract_document(document_of(HEAD + "丁力同志晋升三级调研员，免去其县水利局副局长职务；" + TAIL)).doubts
    assert [doubt.evidence.quote for doubt in doubts] == ["丁力同志晋升三级调研员"]


def test_the_heads_of_courts_and_members_in_a_list_of_those_elected() -> None:
    text = (
        "临江市东湖区第九届人民代表大会第一次会议公告\n（第2号）\n"
        "临江市东湖区第九届人民代表大会第一次会议于2021年10月20日选出：\n"
        "区人大常委会主任：丁力\n副主任：石磊、孟川（女）\n委员（按姓氏笔画为序）：王海、江涛\n"
        "区人民法院院长：周平\n区人民检察院检察长：吴昊\n现予公告。\n"
    )
    assert [(name, body, post) for _, name, body, post, _, _ in changes(text)] == [
        ("丁力", "区人大常委会", "主任"),
        ("石磊", "区人大常委会", "副主任"),
        ("孟川", "区人大常委会", "副主任"),
        ("王海", "区人大常委会", "委员"),
        ("江涛", "区人大常委会", "委员"),
        ("周平", "区人民法院", "院长"),
        ("吴昊", "区人民检察院", "检察长"),
    ]
    assert not [f for f in facts(text) if f.relation is Relation.HOLDS]


def test_who_leaves_the_ranks_of_leaders_before_the_posts() -> None:
    text = HEAD + "尹　青　退出领导岗位，免去县卫健局党组成员、副局长职务。" + TAIL
    assert changes(text) == [
        ("dismissed", "尹青", "县卫健局党组", "成员", DAY, None),
        ("dismissed", "尹青", "县卫健局", "副局长", DAY, None),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("免去石磊同志白石镇党委书记职务；\n任孟川同志为白石镇党委书记；", ["石磊", "孟川"]),
        ("任命：\n任安华同志为县水利局局长；", ["任安华"]),
    ],
)
def test_a_verb_before_a_name_and_a_family_name(text: str, names: list[str]) -> None:
    assert [name for _, name, *_ in changes(HEAD + text + TAIL)] == names


def test_the_days_of_a_chronicle_are_those_of_its_entries() -> None:
    text = (
        "安山县2022年大事记\n"
        "1月8日，县人大常委会任命丁力为县财政局局长。\n"
        "1月20日至22日，县十八届人大二次会议召开，选举石磊为县人民政府县长。\n"
        "2月5日　县委召开全县领导干部会议，宣布市委关于孟川同志任安山县委书记的决定。\n"
        "12日　县人大常委会任命高原为县人民政府副县长，免去尹青副县长职务。\n"
        "3月15日　经2021年12月20日县委常委会会议研究决定，林杰任县水利局党组书记。\n"
    )
    assert changes(text) == [
        ("appointed", "丁力", "县财政局", "局长", "2022-01-08", None),
        ("appointed", "石磊", "县人民政府", "县长", None, "选举"),
        ("appointed", "孟川", "安山县委", "书记", "2022-02-05", None),
        ("appointed", "高原", "县人民政府", "副县长", None, None),
        ("dismissed", "尹青", "县人民政府", "副县长", None, None),
        ("appointed", "林杰", "县水利局党组", "书记", "2021-12-20", None),
    ]


def test_a_removal_of_another_person_is_not_said_of_the_one_appointed() -> None:
    text = "人大常委会会议\n2022年3月2日，会议任命石磊为县人民政府副县长，免去孟川副县长职务。\n"
    assert [(relation, name) for relation, name, *_ in changes(text)] == [("appointed", "石磊"), ("dismissed", "孟川")]


def test_plenums_elect() -> None:
    text = "安山县委全会公报\n2021年9月28日，全会选举丁力、石磊为县委常委，选举丁力为县委书记。\n"
    assert [(name, body, post) for _, name, body, post, _, _ in changes(text)] == [
        ("丁力", "县委", "常委"),
        ("石磊", "县委", "常委"),
        ("丁力", "县委", "书记"),
    ]


def test_the_league_of_a_school_beside_one_of_its_offices() -> None:
    text = "临江职业技术学院关于任职的通知\n各部门：\n经研究决定：\n孟川任学生处处长兼团委书记\n石磊任教务处处长\n临江职业技术学院\n2021年7月9日\n"
    assert [(body, post) for _, _, body, post, _, _ in changes(text)] == [
        ("学生处", "处长"),
        ("团委", "书记"),
        ("教务处", "处长"),
    ]


def test_the_year_of_a_plan_is_no_year_of_the_day() -> None:
    text = (
        "4月9日，县人大常委会举行第十七次会议。\n会议通过了《县人大常委会2013年度工作要点》。\n"
        "会议任命尹青为县水利局局长；免去石磊的县水利局局长职务。\n"
    )
    dates = {fact.date for fact in extract_document(document_of(text)).facts if fact.rule.startswith("appointments")}
    assert dates == {None}


def test_the_day_on_which_a_page_was_put_up_is_none_of_an_election() -> None:
    text = (
        "安山县选举产生新任书记\n2011年06月30日 11:52 来源：安山新闻网\n安山新闻网6月30日讯 县党代会闭幕。\n"
        "尹青当选中共安山县委书记\n"
    )
    dates = {fact.date for fact in extract_document(document_of(text)).facts if fact.rule.startswith("appointments")}
    assert dates == {None}


@pytest.mark.parametrize("told", ["此前担任", "曾任", "原任", "，此前担任"])
def test_a_former_post_after_a_gap_in_a_headline_is_none_that_is_taken_up(told: str) -> None:
    text = f"孟玉科任云岭县县长 {told}青禾县委副书记\n2031年5月6日，云岭县人大常委会决定任命孟玉科为云岭县县长。\n"
    assert {(who, body, post) for _, who, body, post, _, _ in changes(text)} == {("孟玉科", "云岭县人民政府", "县长")}
