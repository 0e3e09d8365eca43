"""Elections told in one sentence, and the terms of those elected: whose body a post is, who sits, where a name ends."""

import pytest

from extract.facts import Fact
from extract.formats.appointments.notice import appointments
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

Row = tuple[str, str, str, str | None]


def facts(text: str) -> list[Fact]:
    return [fact for notice in notices(document_of(text)) for fact in appointments(notice) if isinstance(fact, Fact)]


def rows(text: str) -> list[Row]:
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in facts(text)]


def test_what_one_sentence_names_twice_is_one_body() -> None:
    """安山县人大常委会主任, then 人大常委会副主任: as printed the second time, and glued to nothing; 3人 counts the names."""
    text = "6月4日：尹青当选为安山县人大常委会主任，石磊、罗敏、林川3人当选为人大常委会副主任。\n"
    assert rows(text) == [
        ("ap", "尹青", "安山县人大常委会", "主任"),
        ("ap", "石磊", "人大常委会", "副主任"),
        ("ap", "罗敏", "人大常委会", "副主任"),
        ("ap", "林川", "人大常委会", "副主任"),
    ]


def test_who_heads_a_court_or_a_procuratorate_is_of_no_government() -> None:
    """尹青当选县长,…林川当选检察长: of which procuratorate, nobody says."""
    text = "会议选举结果：尹青当选县长，石磊、罗敏当选副县长，林川当选检察长。\n"
    assert rows(text) == [
        ("ap", "尹青", "县人民政府", "县长"),
        ("ap", "石磊", "县人民政府", "副县长"),
        ("ap", "罗敏", "县人民政府", "副县长"),
    ]
    found = extract_document(document_of(text))
    assert {fact.subject.name for fact in found.facts} == {"尹青", "石磊", "罗敏"}
    assert any("林川" in doubt.evidence.quote for doubt in found.doubts)


def test_a_seat_that_the_sentence_before_says_to_be_elected() -> None:
    text = (
        "委员们选举出政协安山县第九届委员会主席、副主席、常务委员。尹青当选为政协安山县第九届委员会主席。"
        "石磊等40人当选为常务委员。\n"
    )
    assert rows(text) == [
        ("ap", "尹青", "政协安山县第九届委员会", "主席"),
        ("ap", "石磊", "政协安山县第九届委员会", "常务委员"),
    ]


def test_who_is_elected_beside_the_one_that_the_verb_names() -> None:
    """尹青当选主席,石磊、罗敏|为副主席: 为 stands for 当选为 to the end of the sentence."""
    found = facts("6月2日，尹青当选安山县政协主席，石磊、罗敏为副主席。任命林川为县水利局局长。\n")
    assert [(f.subject.name, f.role, f.qualifiers.mode) for f in found] == [
        ("尹青", "主席", "选举"),
        ("石磊", "副主席", "选举"),
        ("罗敏", "副主席", "选举"),
        ("林川", "局长", None),
    ]


def test_who_sits_in_what_was_elected_is_told_and_not_decided() -> None:
    text = "5月25日：尹青当选为安山县委书记，石磊当选为副书记，常委包括尹青、石磊、罗敏（女），罗敏为安山县委秘书长。\n"
    assert [(f.relation, f.subject.name, f.object.name, f.role, f.qualifiers.mode) for f in facts(text)] == [
        ("appointed", "尹青", "安山县委", "书记", "选举"),
        ("appointed", "石磊", "安山县委", "副书记", "选举"),
        ("holds", "尹青", "安山县委", "常委", None),
        ("holds", "石磊", "安山县委", "常委", None),
        ("holds", "罗敏", "安山县委", "常委", None),
        ("appointed", "罗敏", "安山县委", "秘书长", "选举"),
    ]


def test_the_last_post_of_a_list_that_is_left_open() -> None:
    text = "免去尹青同志的安山县人大常委会代表工作室主任、环境资源工作委员会副主任、预算审查委员会委员等职务。\n"
    assert rows(text) == [
        ("di", "尹青", "安山县人大常委会代表工作室", "主任"),
        ("di", "尹青", "环境资源工作委员会", "副主任"),
        ("di", "尹青", "预算审查委员会", "委员"),
    ]


def test_a_term_ends_the_name_before_it() -> None:
    text = "会议追认关于免去尹青明第九届县政协提案委员会副主任职务，撤销其委员资格的决定。\n"
    assert rows(text) == [("di", "尹青明", "第九届县政协提案委员会", "副主任")]
    assert rows(text.replace("尹青明", "尹青"))[0][1] == "尹青"
    assert rows(text.replace("。", "；追认关于撤销石磊第九届县政协委员资格的决定。"))[0][1] == "尹青明"


def test_those_named_of_a_number_elected_and_delegates_to_a_congress() -> None:
    text = "大会选举尹青、石磊等19人为安山县人民委员会委员。罗敏为县长。会议还选举尹青、林川2人为出席海云省第二届人民代表大会代表。\n"
    assert rows(text) == [
        ("ap", "尹青", "安山县人民委员会", "委员"),
        ("ap", "石磊", "安山县人民委员会", "委员"),
        ("ap", "罗敏", "县人民政府", "县长"),
        ("ap", "尹青", "海云省第二届人民代表大会", "代表"),
        ("ap", "林川", "海云省第二届人民代表大会", "代表"),
    ]


def test_a_margin_breaks_a_sentence_below_a_heading_that_runs_into_it() -> None:
    """第二节…: the line that the heading makes longer is no measure of the margin."""
    text = (
        "第二节 历届代表会议 1951年冬天,县政府成立以后召开了全县的代表会议,每个区和乡都派出了自己\n"
        "的正式代表,全县到会的一共有120余人,列席会议的工作人员有30余人,会议开了\n"
        "三天。会议听取了关于生产自救和冬季学习的报告,讨论了明年的生产计划,尹青在这\n"
        "次会议上被大家评为模范,在这次会议上正式选举石磊为安山县县长,罗敏、林川为安\n"
        "山县副县长。\n"
    )
    assert rows(text) == [
        ("ap", "石磊", "安山县人民政府", "县长"),
        ("ap", "罗敏", "安山县人民政府", "副县长"),
        ("ap", "林川", "安山县人民政府", "副县长"),
    ]


@pytest.mark.parametrize("cut", ["石|大山", "石大|山"])
@pytest.mark.parametrize(
    "text",
    [
        "大会选举尹青为县政协主席，{}为副主席。\n",
        "大会选举尹青为县政协主席、{}为副主席。\n",
        "县政协换届结果\n经大会选举，尹青、{}当选为县政协副主席。\n",
    ],
)
def test_a_name_that_a_line_breaks_among_those_elected_is_whole(text: str, cut: str) -> None:
    broken = text.format(cut.replace("|", "\n"))
    assert {row[1] for row in rows(broken)} == {"尹青", "石大山"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石磊、尹青分别当选为人大主席和副主席；林川当选为镇长。", [("石磊", "人大", "主席"), ("尹青", "人大", "副主席"), ("林川", "镇人民政府", "镇长")]),
        ("石磊、尹青分别当选县政协主席、副主席。", [("石磊", "县政协", "主席"), ("尹青", "县政协", "副主席")]),
        ("任命石磊、尹青分别为县水利局局长、县财政局局长。", [("石磊", "县水利局", "局长"), ("尹青", "县财政局", "局长")]),
        ("石磊、尹青、林川分别当选为主席、副主席。", []),  # three persons, two posts: a doubt
        ("任命石磊、尹青、林川分别为县水利局局长、县财政局局长。", []),
        ("石磊、尹青分别任县水利局党组书记、局长、副局长。", []),
        ("任命石磊、尹青、林川分别为县水利局副局长。", [("石磊", "县水利局", "副局长"), ("尹青", "县水利局", "副局长"), ("林川", "县水利局", "副局长")]),
        ("任命林川分别为县财政局局长、县统计局局长。", [("林川", "县财政局", "局长"), ("林川", "县统计局", "局长")]),
    ],
)  # fmt: skip
def test_each_of_several_takes_the_post_of_its_place(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = extract_document(document_of(f"安山县召开会议\n{text}\n"))
    assert [(f.subject.name, f.object.name, f.role) for f in found.facts] == expected
    assert bool(found.doubts) is not bool(expected)


def test_each_of_several_leaves_the_post_of_its_place() -> None:
    text = "安山县任免名单\n免去石磊、尹青分别担任的县水利局局长、县财政局局长职务。\n免去孟川、林川分别担任的县统计局局长职务。\n"
    found = extract_document(document_of(text))
    assert [(f.relation.value, f.subject.name, f.object.name) for f in found.facts] == [
        ("dismissed", "石磊", "县水利局"),
        ("dismissed", "尹青", "县财政局"),
    ]
    assert any("孟川" in doubt.evidence.quote for doubt in found.doubts)
