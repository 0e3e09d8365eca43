"""The pipeline as a whole: order of components, mentions, context, and that nothing breaks it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts import DocumentRecord, Fact, ItemRecord, NoticeRecord
from extract.mentions import COMPONENTS, LONGEST_DOC, SPAN_KEY, docs_of
from extract.pipeline import extract_document, pipeline
from extract.private import is_private
from extract.readers import document_of, read
from extract.text.segment import notices
from tests.extract.text.test_segment import CASES

GAZETTES = sorted((Path(__file__).parents[2] / "data" / "gazettes").glob("*.txt"))
NOTICE = "青山县人民政府文件\n青政发〔2021〕3号\n关于防汛的通知\n各乡镇人民政府：\n{}\n青山县人民政府\n2021年4月1日\n"


def test_components_stand_in_an_order_that_works() -> None:
    nlp = pipeline()
    assert tuple(nlp.pipe_names) == COMPONENTS
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert analysis["problems"] == {name: [] for name in COMPONENTS}
    assert "doc.spans" in analysis["summary"][COMPONENTS[1]]["assigns"]


def test_components_are_found_by_entry_point() -> None:
    script = "import spacy; nlp = spacy.blank('zh'); [nlp.add_pipe(name) for name in ('zhize_facts', 'zhize_mentions')]"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_doc_is_a_run_of_blocks_and_a_token_is_a_character() -> None:
    (notice,) = notices(document_of(NOTICE.format("根据《中华人民共和国防洪法》，要" + "防" * 5000 + "。")))
    docs = list(pipeline().pipe(docs_of(pipeline(), notice)))
    assert "".join(doc.text for doc in docs) == "".join(block.text.text for block in notice.blocks)
    assert max(len(doc) for doc in docs) == LONGEST_DOC
    assert len(docs) < len(notice.blocks)
    assert all(len(doc) == len(doc.text) for doc in docs)


def test_mentions_are_the_parties_of_the_facts() -> None:
    (notice,) = notices(document_of(NOTICE.format("根据《中华人民共和国防洪法》，做好防汛工作。")))
    docs = list(pipeline().pipe(docs_of(pipeline(), notice)))
    marked = [(span.text, span.label_) for doc in docs for span in doc.spans[SPAN_KEY]]
    assert ("中华人民共和国防洪法", "policy") in marked
    assert ("青政发[2021]3号", "policy") in marked
    assert [fact.relation.value for doc in docs for fact in doc._.facts] == ["issued", "cites"]


def test_our_own_extraction_leaves_nothing_to_the_cycle_collector() -> None:
    """In a process of its own: other threads leave cycles too. spaCy's parser, which the recogniser asks, leaves one a call."""
    code = """
import gc
from pathlib import Path
from extract.collector import uncollected
from extract.pipeline import _extracted, extract_document
from extract.readers import read
from extract.recogniser import second_look
second_look.seen_in = lambda texts: [()] * len(texts)
document = read(Path(__import__("sys").argv[1]))
extract_document(document)  # fills what is kept
gc.collect()
with uncollected():
    _extracted(document)
    print(gc.collect())
"""
    done = subprocess.run([sys.executable, "-c", code, str(GAZETTES[0])], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_the_same_fact_is_told_once_a_line() -> None:
    found = extract_document(
        document_of(NOTICE.format("根据《中华人民共和国防洪法》，依照《中华人民共和国防洪法》办理。"))
    )
    assert len({(f.relation, f.subject.name, f.object.name, f.role, f.evidence.line) for f in found.facts}) == len(
        found.facts
    )


@pytest.mark.parametrize("path", GAZETTES, ids=lambda path: path.stem)
def test_every_quote_of_the_samples_is_its_source(path: Path) -> None:
    document = read(path)
    found = extract_document(document)
    assert found.facts
    for fact in found.facts:
        evidence = fact.evidence
        assert evidence.quote == document.text[evidence.start : evidence.end]
        assert (
            len(evidence.quote) <= 300
            or "\t" in evidence.quote
            or "\t" in document.text[: evidence.end].split("\n")[-1]
        )
        assert not is_private(evidence.quote)
        for party in (fact.subject, fact.object):
            assert party.name
            assert (party.start is None) == (party.end is None)
            assert party.start is None or 0 <= party.start < (party.end or 0) <= len(document.text)
    for doubt in found.doubts:
        assert doubt.reason.text("zh") != doubt.reason.text("en")
        assert not is_private(doubt.evidence.quote)


@pytest.mark.parametrize("path", GAZETTES, ids=lambda path: path.stem)
def test_context_says_document_notices_and_items(path: Path) -> None:
    context = extract_document(read(path)).context
    assert isinstance(context[0], DocumentRecord)
    assert context[0].jurisdiction in {"420117", "420105"}
    numbers = [record.notice for record in context if isinstance(record, NoticeRecord)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {record.notice for record in context if isinstance(record, ItemRecord)} <= set(numbers)


def test_without_a_manifest_the_jurisdiction_is_the_printed_government() -> None:
    (record, *_) = extract_document(document_of(NOTICE.format("请做好工作。"))).context
    assert isinstance(record, DocumentRecord)
    assert record.jurisdiction == "青山县人民政府"


FRAGMENTS = [text for text, _ in CASES.values()] + [
    "任命", "免去", "同志", "：", "、", "，", "。", "（", "）", "\t", "\n", "牵头单位：", "责任单位：区教育局", "组　长：", "成　员：",
    "《", "》", "号", "〔2021〕", "分管", "负责", "王建国", "县长", "1.", "一、", "序号\t任务\t牵头单位", "办公室设在", "138", "1234", "5678",
    "AB角", "◆4月2日", "<p>", "</p>", "各乡镇", "街：", "完成时限", "等25人", "联系", "协助",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join) | st.text(max_size=200))
def test_no_text_breaks_extraction(text: str) -> None:
    for result in extract_document(document_of(text)).facts:
        assert isinstance(result, Fact)
        assert text[result.evidence.start : result.evidence.end] == result.evidence.quote
