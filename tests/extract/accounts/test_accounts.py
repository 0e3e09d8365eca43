"""Every cue is accounted for: stated, doubted or set aside with a code; noise gives neither fact nor doubt."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import lexicon
from extract.accounts import accounted, balance, names
from extract.accounts.check import main, unaccounted
from extract.facts import CueRecord, Extraction
from extract.lexicon import CueEntry, table
from extract.lexicon.cues import FAMILIES, cues, occurrences
from extract.output.json_lines import write_rows
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

ENTRIES = [(family, entry) for family in FAMILIES for entry in table("cues", family, CueEntry)]
GAZETTES = sorted((Path(__file__).parents[3] / "data" / "gazettes").glob("*.txt"))


def read(text: str) -> Extraction:
    return extract_document(document_of(text, "text.txt"))


def endings(text: str, words: tuple[str, ...]) -> set[tuple[str, str | None]]:
    return {(record.ends, record.code) for record in read(text).cues if record.cue in words}


@pytest.mark.parametrize(
    ("family", "entry"), ENTRIES, ids=lambda value: value if isinstance(value, str) else value.words[0]
)
def test_each_entry_ends_as_its_examples_say(family: str, entry: CueEntry) -> None:
    assert family in FAMILIES
    example = endings(entry.example, entry.words)
    assert example
    if entry.aside:
        assert example == {("aside", entry.aside)}
    else:
        assert any(ends in {"fact", "doubt"} for ends, _ in example)
        counter = endings(entry.counterexample, entry.words)
        assert all(ends == "aside" and code for ends, code in counter), counter


def test_a_part_of_a_longer_cue_is_no_occurrence() -> None:
    assert [cue.word for _, _, cue in occurrences("副组长负责人")] == ["副组长", "负责人"]


@pytest.mark.parametrize(
    "text",
    [
        "任命方小舟到县水利局任一项新设职务。",  # a decision whose post nobody reads
        "　　方小舟　　县长助理\n县长：白立言先生主持。",
        "方小舟，副县长。\n分管：（见附表）。",
    ],
)
def test_what_nobody_reads_is_a_doubt(text: str) -> None:
    found = read(f"安山县人民政府关于人事任免的通知\n{text}\n安山县人民政府\n2021年5月8日\n")
    assert all(record.ends in {"fact", "doubt", "aside"} for record in found.cues)
    assert all(record.code for record in found.cues if record.ends == "aside")


@pytest.mark.parametrize("titles", ["校长", "校长、党委副书记", "校长\n党委副书记"])
def test_a_title_above_its_bearer_that_no_fact_gives_is_a_doubt(titles: str) -> None:
    text = f"校领导分工\n{titles}\n罗立华\n主持学院行政全面工作。分管人事处、财务处。\n"
    assert endings(text, ("校长",)) == {("doubt", "unread")}
    assert endings(text, ("副书记",)) <= {("fact", None)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "安山县人民政府办公室关于成立防汛工作领导小组的通知\n安政办发〔2021〕7号\n各乡镇：\n决定成立防汛工作领导小组，成员如下：\n"
            "组 长：方小舟 副县长\n副组长：白立言 县水利局局长\n成 员：高长水 县财政局副局长\n       沈明远 县气象局副局长\n"
            "领导小组办公室设在县水利局。\n安山县人民政府办公室\n2021年5月8日\n"
        ),
        # a name run into its title
        "临江机械有限公司领导分工\n谷宇川总经理主持全面工作，分管财务、审计工作；\n尹青山副总经理协助总经理分管销售工作；\n",
    ],
)
def test_facts_taken_away_stand_as_doubts(text: str) -> None:
    document = document_of(text)
    whole = read(text)
    assert whole.facts
    assert not [doubt for doubt in whole.doubts if doubt.code == "unread"]
    parts = notices(document)
    _, doubts = accounted(parts[0].document, parts, Extraction([], [], whole.context))
    lines = {line for d in doubts for line in range(d.evidence.line, document.line_of(d.evidence.end - 1) + 1)}
    assert lines >= {fact.evidence.line for fact in whole.facts if fact.relation != "issued"}


NOISE = [
    "地址：临江市长江路25号，安山县长安街8号。",
    "第三条 县级人民政府负责本行政区域内的防汛工作。\n第四条 主管部门应当加强监督。\n第五条 各乡镇协助做好工作。",
    "各单位要高度重视，切实负责，加强联系，密切配合，由办公室牵头抓总。",
    "请登录县长信箱，或者拨打市长热线。",
    "会议由办公室主持，成员参加。任职资格由上级核准。",
    "大家认真学习了《干部任免工作规程》。",
    "第八条 县财政局负责本办法的解释。",
    "监测点设在白石镇，值班室设于二楼。",
    "各责任单位要紧扣目标，落实县委部署。",
]


@pytest.mark.parametrize(
    ("listed", "ends"),
    [
        ("任命石磊同志为县教育局督学；\n任命高原同志为县教育局督学。", "aside"),
        ("任命高原同志为县教育局督学。", "doubt"),  # whom the title names, the list does not tell
    ],
)
def test_a_title_that_names_those_below_is_no_doubt(listed: str, ends: str) -> None:
    found = read(f"关于任命石磊等同志职务的通知\n安政发〔2020〕3号\n{listed}\n安山县人民政府\n2020年3月3日\n")
    assert found.cues[0].ends == ends


@pytest.mark.parametrize(
    ("told", "ends"), [("石磊已辞职", "doubt"), ("免去石磊的县林业局局长职务", "fact"), ("免去石磊的这一职务", "doubt")]
)
def test_no_appointment_answers_for_a_removal(told: str, ends: str) -> None:
    found = read(f"安山县任免消息\n任命方小舟为县审计局局长。\n县水利局局长由白立言担任，{told}。\n")
    assert {record.ends for record in found.cues if record.relation == "dismissed"} == {ends}


@pytest.mark.parametrize("noise", NOISE)
def test_noise_gives_neither_fact_nor_doubt(noise: str) -> None:
    found = read(f"安山县概况\n{noise}\n")
    assert not [doubt for doubt in found.doubts if doubt.code == "unread"]
    assert all(record.ends == "aside" for record in found.cues)


@pytest.mark.parametrize("path", GAZETTES, ids=lambda path: path.stem)
def test_every_cue_of_a_gazette_is_accounted_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = extract_document(document_of(text, path.name))
    assert not list(unaccounted(text, [record.to_json() for record in found.cues]))
    unread = [doubt for doubt in found.doubts if doubt.code == "unread"]
    assert len(unread) <= len(text) / 5000


WORDS = st.lists(
    st.sampled_from([*cues(), "方小舟", "县水利局", "，", "。", "：", "\n", "《", "》", " ", "1."]), max_size=25
)


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_no_text_leaves_a_cue_without_an_end(words: list[str]) -> None:
    text = "".join(words)
    found = read(text)
    assert not list(unaccounted(text, [record.to_json() for record in found.cues]))
    spans = [(record.start, record.end) for record in found.cues]
    assert spans == sorted(set(spans))
    for doubt in found.doubts:
        assert doubt.evidence.quote == text[doubt.evidence.start : doubt.evidence.end]


def record(**changes: object) -> CueRecord:
    values = {
        "doc": "t.txt",
        "start": 0,
        "end": 2,
        "cue": "任命",
        "relation": "appointed",
        "ends": "fact",
        "code": None,
    }
    return CueRecord(**{**values, **changes})  # type: ignore[arg-type]


FAULTS = [
    ([], 1),  # nothing said of a cue
    ([record()], 0),
    ([record(ends="aside")], 1),  # aside without a code
    ([record(ends="lost")], 1),  # no ending
    ([record(relation="leads")], 1),
    ([record(), record(start=2, end=5, cue="免去")], 1),  # no cue stands there
]


@pytest.mark.parametrize(("records", "faults"), FAULTS)
def test_the_checker_finds_what_is_wrong(records: list[CueRecord], faults: int) -> None:
    assert len(list(unaccounted("任命方小舟", [one.to_json() for one in records]))) == faults


def test_the_checker_reads_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.txt").write_text("任命方小舟为县水利局局长。任命高长水为县财政局局长。", encoding="utf-8")
    rows = tmp_path / "facts.cues.jsonl"
    with rows.open("w", encoding="utf-8") as stream:
        write_rows([record().to_json()], stream)
    assert main([str(tmp_path / "t.txt"), str(rows)]) == 1
    assert "no record of 任命" in capsys.readouterr().out


def test_the_balance_counts_by_relation() -> None:
    rows = balance([record(), record(ends="doubt", code="unread"), record(ends="aside", code="law_text")])
    assert [(row.relation, row.total, row.facts, row.doubts, row.unread, row.asides) for row in rows] == [
        ("appointed", 3, 1, 1, 1, (("law_text", 1),))
    ]


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        # paragraphs, rows and headings of three units, each with what it is to do
        (
            "白石街：发展文旅产业，扩大影响力，建设示范街区。\n云岭街：做精商贸产业，做大广告园区，引进企业。\n柳河镇：做强现代农业，推进产业融合，提升品质。",
            3,
        ),
        ("白石街：发展文旅产业，扩大影响力，建设示范街区。\n云岭街：做精商贸产业，做大广告园区，引进企业。", 0),
        ("16.县水利局：指导各乡镇巡查堤防，及时处置险情。", 1),  # one alone that names its unit in full
        ("县水利局：027-5550101\n县财政局：027-5550102\n县教育局：027-5550103", 0),
    ],
)
def test_a_series_of_units_that_nobody_reads_is_doubted(text: str, doubted: int) -> None:
    found = read(f"安山县产业发展情况简介\n{text}\n")
    claimed = {fact.evidence.line for fact in found.facts}
    lines = {doubt.evidence.line for doubt in found.doubts if doubt.code == "units_unread"}
    assert len(lines | {line for line in claimed if doubted and line > 1}) == doubted


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("（3）县水利局负责巡查堤防，发现险情及时处置。", "负责"),
        ("3.6 方小舟（副县长）", "副县长"),
        ("热依汗·买买提　　县水利局局长", "局长"),
        ("沙木次旦　　县水利局综合执法中心主任", "主任"),  # a name that no list of family names knows
        ("林小镇　　县水利局局长", "局长"),  # that ends as a town does
        ("曾小舟　　县水利局局长、党组书记", "书记"),  # whose family name also says of the past
        ("方小舟县水利局办公室副主任", "副主任"),  # run into its title
        ("11月4日，安山县委书记方小舟带领有关单位查看堤防。", "书记"),
        ("县委副书记、县长提名人选方小舟到会。", "副书记"),
        ("县水利局副局长方小舟、乌日格、白立言，办公室主任石磊出席。", "副局长"),
        ("在家中的方小舟（现任县水利局副局长）接到通知。", "副局长"),
        ("县审计局负责对项目进行审计。", "负责"),
        ("综合协调、物资保障等工作，均由方小舟负责。", "负责"),
        ("防汛办公室（以下简称县防办）设在县水利局，承担日常工作。", "设在"),
        ("由县水利局方小舟任组长，县有关单位参加。", "组长"),
        ("园区道路，责任单位县交通局；园区管网，另行安排。", "责任单位"),
        ("项目负责人：石磊", "负责人"),
        ("改造小区10个 【牵头单位】县住建局", "牵头单位"),
        ("白石河河长：石磊", "河长"),
        ("会议通过了《关于接受方小舟辞去县长职务的请求的决定》。", "辞去"),
        ("会议通过了县政府关于提请方小舟担任副县长的议案。", "副县长"),
        ("任命麴小秀为县水利局局长。", "任命"),
        ("原副县长方小舟转任县政协主席。", "主席"),
        ("热依汗·哈卜买提副县长的分工有所调整，仍旧分管水利。", "分管"),
        # a place whose name ends in 原 is no former body
        ("今年以来，降雨偏多。\n尹青　太原区委常委、区政府党组副书记\n下一步，加固堤防。\n", "常委"),
        # 同志 says that a name stands before it, of whatever family, also among rules
        ("安山县绿化办法\n第一条 制定本办法。\n仁达卓热同志任县水利局四级调研员；\n第二条 养护绿地。\n", "同志任"),
        (
            "安山县绿化办法\n第一条 制定本办法。\n决定接受谢镇同志辞去泉长县人民政府县长职务。\n第二条 养护绿地。\n",
            "辞去",
        ),
        (
            "安山县绿化办法\n第一条 制定本办法。\n会议决定任命瓦尔吐提为昌省人民政府副省长。\n第二条 养护绿地。\n",
            "决定任命",
        ),
        # who is recommended to serve is appointed
        ("推荐方小舟任安山机场有限公司董事长；", "董事长"),
        # a body of a zone that the text names
        ("平潭综合实验区水利局负责对堤防进行巡查。", "负责"),
        # a name of two characters run into a title of the province
        ("桃花节持续半个月。\n劳少省民政厅副厅长\n", "副厅长"),
        ("桃花节持续半个月。\n劳少省政府党组副书记，兼任省民政厅厅长。\n", "副书记"),
        ("2月9日方小舟任中共白石县委书记。", "书记"),  # a name after a day
        ("由方小舟接替白立言出任安山矿业公司董事长。", "董事长"),
        ("军代表方小舟任安山县革命委员会核心小组副组长。", "副组长"),
        ("县抗旱领导小组组长方小舟视察水库。", "组长"),
        ("方小舟副研究员担任主任委员。", "主任委员"),
        ("方小舟提出辞去县长职务。", "辞去"),
        ("热依汗·买买提县林业局一级调研员", "调研员"),  # a name in parts run into its body
        ("县政协负责联络，美协、书协负责邀请作者。", "负责"),
        # names that no list of family names tells
        ("县长石望镇主持县政府全面工作。", "主持"),
        ("秘书长欧阳乐镇分管县档案馆。", "分管"),
        ("总经理力木·达卓在会上介绍了情况。", "总经理"),
        ("木卓提任安山市政府秘书长，", "秘书长"),
        ("石小舟试用期满正式任县水文站副站长，任期三年。", "副站长"),
        ("谭青任原山市政府秘书长，", "秘书长"),
        # names that run into a body and a post
        ("谭青广东白石港口投资有限公司董事长", "董事长"),
        ("谭青省防汛抢险总队副总队长", "队长"),
        ("欧阳青山桥城市委常委、常务副市长", "副市长"),
        ("免去木卓提的中华人民共和国驻某某人民民主共和国特命全权大使职务；", "免去"),
        ("免去谭青国家税务总局安山县税务局第三稽查局副局长职务。", "免去"),
        # rows and lines of what somebody became
        ("| 2021.05 | **谭青任临江市委常委、青桥市委书记** | 继任 |", "书记"),
        ("| 2021.06 | **谭青调任临江市委常委** |", "调任"),
        ("谭青卸任县盐务局局长，石小舟接棒。", "卸任"),
        ("谭青同志主抓盐务，兼管茶务。", "兼管"),
        ("谭青、石小舟AB角。", "AB角"),
        # a name with a bare title, whatever verb stands before it
        ("各股室要落实谭青董事长4月9日的批示。", "董事长"),
        ("根据谭小青主任批示，抓紧办理。", "主任"),
        ("为传达谭小青市长在会上的讲话，现安排如下。", "市长"),
        ("县发展和改革委员会负责申请资金；县卫生和健康委员会负责督查；其他单位自行安排。", "负责"),
    ],
)
def test_a_name_or_a_duty_beside_a_cue_is_not_set_aside(text: str, cue: str) -> None:
    found = read(f"安山县2021年防汛工作总结\n今年全县降雨偏多。\n{text}\n下一步要加固堤防。\n")
    ends = {record.ends for record in found.cues if record.cue == cue}
    assert ends
    assert ends <= {"fact", "doubt"}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        # a unit that no list of words knows stands beside one that is read, after a label, after 联系, in a cell
        ("柳河县任务分解\n1.疏浚河道。（责任单位：县水利局、县盐务联）\n", "盐务联"),
        ("柳河县领导分工\n方小舟，副县长，分管县水利局。联系县水文局、县盐务联。\n", "盐务联"),
        (
            "柳河县任务分解\n序号\t任务\t责任单位\n1\t疏浚河道\t县水利局\n2\t整修盐池\t县水利局、县盐务联\n",
            "盐务联",
        ),
        ("柳河县任务分解\n1.疏浚河道。（责任单位：县水利局（县盐务办））\n", "盐务办"),
        ("柳河县任务分解\n1.疏浚河道。（责任单位：县水利局，各沿河、沿湖街道，县盐务联）\n", "盐务联"),
        ("柳河县任务分解\n1.疏浚河道。（由县水利局牵头，协调县盐务联、县财政局妥善解决）\n", "盐务联"),
        ("柳河县任务分解\n序号\t任务\t主办单位\t协办单位\n1\t疏浚河道\t县水利局\t县盐务联、县茶务联\n", "盐务联"),
    ],
)
def test_a_unit_beside_others_that_are_read_is_no_silence(text: str, quoted: str) -> None:
    found = read(text)
    named = any(
        fact.subject.name.endswith(quoted) or (fact.object and fact.object.name.endswith(quoted))
        for fact in found.facts
    )
    assert named or any(quoted in doubt.evidence.quote for doubt in found.doubts)


def test_who_runs_a_site_is_no_unit_of_a_task() -> None:
    text = "柳河县防汛通知\n各地要做好准备。\n主办单位：柳河县人民政府办公室\n承办单位：柳河县信息中心 | 网站地图\n"
    assert endings(text, ("主办单位",)) == {("aside", "footer")}


def test_the_last_name_of_a_list_is_no_silence() -> None:
    found = read("柳河县政协副主席石小舟、谭青、木卓提出席会议。\n")
    stated = any(fact.subject.name == "木卓提" for fact in found.facts)
    assert stated or any("木卓提" in doubt.evidence.quote for doubt in found.doubts)


def test_the_general_secretary_spoken_of_is_no_post_held() -> None:
    found = read("3月5日,县委书记石磊到白石镇调研。罗立华总书记多次强调要抓好防汛。中共中央总书记、某某出席。\n")
    assert [record.ends for record in found.cues if record.cue == "总书记"] == ["aside", "doubt"]


def test_the_account_knows_every_family_name_by_itself() -> None:
    assert lexicon.single_surnames() <= names.single_surnames()
    assert lexicon.two_character_surnames() <= names.two_character_surnames()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("安山县养犬办法\n第一条 养犬应当登记。\n石磊在政协安山县一次会议上当选为县政协主席。\n", "石磊在政协"),
        ("安山县重点任务分解表\n一、推进水利建设。责任单位：县水利局\n石磊　　桥原乡建设部副部长\n", "副部长"),
    ],
)
def test_names_in_texts_of_another_kind_are_no_silence(text: str, seen: str) -> None:
    extraction = extract_document(document_of(text))
    stated = [fact for fact in extraction.facts if fact.subject.name == "石磊"]
    assert stated or any(seen in doubt.evidence.quote for doubt in extraction.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "方小舟同志任江口大学党委书记，石磊同志任江口大学校长。",  # 江口… opens with a family name and names a house
        "白立言同志不再兼任县委党校校长职务。",
        "新当选的白石镇镇长方小舟、副镇长石磊发表讲话。",
        "成立安山县河道清淤指挥部，办公室主任由方小舟同志兼任，石磊同志任副主任。",  # stated of a group
    ],
)
def test_what_is_stated_is_not_doubted_besides(text: str) -> None:
    assert not [doubt for doubt in read(text + "\n").doubts if doubt.code.startswith("unread")]


def test_a_bare_title_is_doubted_once_for_each_person() -> None:
    doubts = read(
        "落实谭青董事长批示。\n\n" + "各地抓紧办理。\n" * 20 + "落实谭青董事长批示。\n落实石小舟董事长批示。\n"
    ).doubts
    assert [doubt.evidence.line for doubt in doubts if doubt.code.startswith("unread")] == [1, 24]


def test_a_verb_before_a_word_that_opens_as_a_name_names_nobody() -> None:
    found = read("柳河县防汛通知\n会议提出任务，落实时限和要求，按照程序主任会议负责。\n")
    assert {record.ends for record in found.cues} == {"aside"}


@pytest.mark.parametrize(("second", "doubted"), [("教务员", True), ("联络员", False), ("初二年级长", False)])
def test_a_second_post_that_nobody_reads_is_a_doubt(second: str, doubted: bool) -> None:
    found = read(f"柳河一中任职通知\n方小舟同志任柳河一中德育处副主任兼{second}；\n")
    assert any(second in doubt.evidence.quote for doubt in found.doubts if doubt.code.startswith("unread")) is doubted
