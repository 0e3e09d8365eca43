"""The second look: asked only where the account is open, named in doubts, stated where a grammar agrees, silent without weights."""

from pathlib import Path

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.recogniser import is_there
from extract.recogniser.pipeline import WEIGHTS, seen_in, trained
from extract.recogniser.places import places
from extract.text.segment import notices

MOST_BYTES = 8_000_000
REPORT = "白石镇防汛工作会议召开\n3月5日,{}。\n"


def test_the_weights_are_small_and_there() -> None:
    assert is_there()
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= MOST_BYTES


def test_people_bodies_and_posts_are_seen() -> None:
    text = "任命阚孟为县水利局局长,免去尉迟峥的县审计局副局长职务"
    (found,) = seen_in([text])
    assert [(text[one.start : one.end], one.label) for one in found] == [
        ("阚孟", "PERSON"),
        ("县水利局", "ORG"),
        ("局长", "POST"),
        ("尉迟峥", "PERSON"),
        ("县审计局", "ORG"),
        ("副局长", "POST"),
    ]


def test_what_is_seen_does_not_depend_on_what_is_read_beside_it() -> None:
    texts = ["县水利局局长阚孟到白石镇调研", "会议由副县长石岭主持", "第五条局长负责全面工作"]
    assert seen_in(texts) == [seen_in([text])[0] for text in texts]


def test_a_long_text_is_read_in_runs() -> None:
    text = "县水利局局长阚孟到白石镇调研。" * 60
    (found,) = seen_in([text])
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert sum(text[one.start : one.end] == "阚孟" for one in found) > 50


def test_without_weights_nothing_is_seen(tmp_path: Path) -> None:
    assert trained(tmp_path) is None
    assert seen_in(["县水利局局长阚孟"], tmp_path) == [()]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("安山县工作规则\n第五条 局长召集会议,由局长审批。\n", []),
        ("白石镇防汛工作会议召开\n会议由主任会议决定,主任负责落实。\n", []),
        ("白石镇防汛工作会议召开\n副镇长蒖旼,到会。\n", ["副镇长"]),
    ],
)
def test_it_is_asked_only_where_a_name_may_stand(text: str, asked: list[str]) -> None:
    document = document_of(text)
    found = extract_document(document)
    assert [place.cue.word for place in places(notices(document), found.cues)] == asked


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("石岭、白黎和局长蒖明到会", "蒖明"),  # whose 局长 is not said
        ("新当选的县水利局局长蒖明到会", "县水利局"),  # elected to what is not said
    ],
)
def test_a_doubt_names_who_was_seen(sentence: str, seen: str) -> None:
    found = extract_document(document_of(REPORT.format(sentence)))
    (doubt,) = [doubt for doubt in found.doubts if doubt.code == "unread_seen"]
    assert seen in doubt.values["seen"]
    assert not [fact for fact in found.facts if fact.relation == "holds"]
    assert seen in doubt.reason.text("zh")
    assert seen in doubt.reason.text("en")


def test_a_fact_of_the_recogniser_says_so() -> None:
    (fact,) = [
        fact
        for fact in extract_document(document_of(REPORT.format("县水利局局长蒖明到会"))).facts
        if fact.relation == "holds"
    ]
    assert (fact.subject.name, fact.object.name, fact.role) == ("蒖明", "县水利局", "局长")
    assert fact.rule.endswith(":recognised")


@pytest.mark.parametrize("sentence", ["原县水利局局长蒖明到会", "提名的县水利局局长蒖明到会"])
def test_former_and_proposed_posts_are_nobodys(sentence: str) -> None:
    assert not [
        fact for fact in extract_document(document_of(REPORT.format(sentence))).facts if fact.subject.name == "蒖明"
    ]


def test_a_long_line_of_titles_states_nothing_twice() -> None:
    text = "关于方小舟同志职务任免的通知\n各单位：\n" + "县长方小舟、" * 60 + "\n安山县人民政府\n2021年3月5日\n"
    facts = [(fact.relation, fact.subject.start, fact.role) for fact in extract_document(document_of(text)).facts]
    assert len(facts) == len(set(facts))


@pytest.mark.parametrize("verb", ["分管", "主管", "负责"])
def test_who_is_helped_is_not_who_helps(verb: str) -> None:
    text = f"安山县水利局领导分工\n副局长吴江：协助局长{verb}后勤、基建。\n"
    assert extract_document(document_of(text)).doubts == []
