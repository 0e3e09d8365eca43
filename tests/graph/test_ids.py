from dataclasses import replace

import pytest

from extract.facts import Evidence, Fact, Kind, NoticeRecord, Party, Relation
from graph.ids import Documents, fact_id, mention_id, normal_item, normal_name, without_end
from tests.graph.identity_facts import Gazette, document


def test_a_fact_id_holds_what_the_source_holds_and_neither_file_name_nor_rule() -> None:
    fact = Gazette().appointed("王一鸣", "区财政局", "副局长", "2021-03-01")
    same = replace(fact, rule="another", evidence=replace(fact.evidence, doc="renamed.txt", line=7))
    assert len(fact_id(fact, "f0")) == 16
    assert fact_id(fact, "f0") == fact_id(same, "f0")


@pytest.mark.parametrize("change", ["sha256", "relation", "subject", "object", "role", "start", "end"])
def test_a_fact_id_changes_with_each_thing_that_it_holds(change: str) -> None:
    fact = Gazette().appointed("王一鸣", "区财政局", "副局长", "2021-03-01")
    evidence = fact.evidence
    other = {
        "sha256": fact,
        "relation": replace(fact, relation=Relation.DISMISSED),
        "subject": replace(fact, subject=replace(fact.subject, name="王一明")),
        "object": replace(fact, object=replace(fact.object, kind=Kind.GROUP)),
        "role": replace(fact, role="局长"),
        "start": replace(fact, evidence=replace(evidence, start=evidence.start + 1)),
        "end": replace(fact, evidence=replace(evidence, end=evidence.end + 1)),
    }[change]
    assert fact_id(fact, "f0") != fact_id(other, "f1" if change == "sha256" else "f0")


def test_a_mention_is_document_start_end_and_kind() -> None:
    assert mention_id("a" * 64, 412, 415, Kind.OFFICIAL) == f"{'a' * 16}:412-415:official"
    assert without_end(f"{'a' * 16}:412-415:official") == f"{'a' * 16}:412:official"


def implied(name: str, role: str) -> Fact:
    body = Party(Kind.DEPARTMENT, name)
    return Fact(
        Relation.HOLDS,
        Party(Kind.OFFICIAL, "丁力", 7, 9),
        body,
        Evidence("a.txt", 7, 20, 1, "丁力 区长"),
        "tests",
        role,
    )


def test_an_implied_party_has_a_stable_id_of_its_own() -> None:
    documents = Documents()
    one, again, other = (
        documents.mention_of(fact, fact.object)
        for fact in (implied("区人民政府", "区长"), implied("区人民政府", "区长"), implied("区委", "常委"))
    )
    assert one == again != other
    assert without_end(one) == one


def test_former_ids_name_the_first_mention_that_begins_there() -> None:
    holds = [
        Fact(
            Relation.HOLDS,
            Party(Kind.OFFICIAL, "丁力", 30, 32),
            Party(Kind.DEPARTMENT, name, 10, 10 + len(name)),
            Evidence("a.txt", 10, 32, 1, "县粮食局党组书记、局长丁力"),
            "tests",
            role,
        )
        for name, role in (("县粮食局党组", "书记"), ("县粮食局", "局长"))
    ]
    documents = Documents()
    former = documents.former_mentions(holds)
    assert former == documents.former_mentions(reversed(holds))
    assert [new.split(":")[1] for old, new in sorted(former.items())] == ["10-14", "30-32"]


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("《环境保护法》", "环境保护法"),
        ("某政发〔2019〕12号", "某政发(2019)12号"),
        ("某政发[2019]12号", "某政发(2019)12号"),
        ("丁　力", "丁力"),
        ("“十四五”规划", "十四五规划"),
    ],
)
def test_normal_names_fold_brackets_quotes_and_layout(printed: str, normal: str) -> None:
    assert normal_name(printed) == normal


def test_items_are_compared_without_enumerator_and_punctuation() -> None:
    assert normal_item("1.新建公园3个，改造道路2条。") == normal_item("(一)新建公园3个,改造道路2条")
    assert normal_item("3.5万亩农田改造") == "35万亩农田改造"


def test_documents_know_the_notice_of_an_offset() -> None:
    documents = Documents.of([document(), NoticeRecord("a.txt", 1, 0, 50), NoticeRecord("a.txt", 2, 50, 90)])
    found = documents.notice("a.txt", 60)
    assert found is not None
    assert found.notice == 2
    assert documents.notice("a.txt", 95) is None
    assert documents.jurisdiction("b.txt") is None
