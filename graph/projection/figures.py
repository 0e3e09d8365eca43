"""Figures of items → nodes: what is counted, how much, in which unit, as a target or as reported.

In:  the figure records of a corpus, and the items that they stand in. Out: nodes, and HAS from the item, put into a Draft.

    新建公厕11座 → (:Item)-[:HAS]->(:Figure {indicator: 新建公厕, subject: 新建公厕, quantity: 11, unit: 座, amount: 11, said: target})
"""

import re
from collections.abc import Iterable

from extract.facts import Context
from extract.figures import FigureRecord
from extract.private import masked
from graph.lexicon import any_of
from graph.projection.draft import Draft
from graph.projection.evidence import Properties
from graph.projection.items import Items, Span

TARGET, REPORT = "target", "report"
# what says when, how surely or how far a thing is done, not which thing: 预计一季度, 目前已完成, 网上累计
AROUND = re.compile(
    rf"""
    ^(?:
        (?:第?[一二三四1-4]|前[二三])季度 | [上下]半年 | {any_of("names", "around_figure")} | 年度? | \d{{1,2}}(?:[—–~至-]\d{{1,2}})?月(?:份|底)?
      | 现 | 已经? | 共 | 总
    )+
    """,
    re.VERBOSE,
)
CHANGE = re.compile(
    rf"(?:{any_of('names', 'compared')})?(?:{any_of('names', 'change')})+"
)  # of what, another clause says
# 城镇新增就业 and 新增城镇就业 are one thing
ADDED = re.compile(r"^(?P<what>[^增减]{2,6})(?P<added>新增)(?P<rest>[^增减]{2,12})$")
BORDERS = "。；;\n\t"
LEAST = 2  # characters of a subject that still says which thing


def put_figures(draft: Draft, items: Items, context: Iterable[Context]) -> None:
    """Puts each figure in whose item is known, in the order of the documents."""
    spans: dict[tuple[str, int], Span] = {}
    for span in sorted(items.printed):
        spans.setdefault((span[0], span[1]), span)
    for record in context:
        if isinstance(record, FigureRecord) and (record.doc, record.item) in spans:
            item = items.ref(spans[record.doc, record.item])
            scope = items.sources.scope(record.doc)
            key = f"{items.sources.document_key(record.doc)}:f{record.start}-{record.end}"
            figure = draft.node("Figure", key, scope, _properties(items, record))
            draft.edge("HAS", item, figure, scope)


def subject_of(indicator: str | None) -> str | None:
    """The indicator without what says when or how far: 预计一季度完成固定资产投资 → 固定资产投资; None for 同比下降."""
    if indicator is None:
        return None
    subject = ADDED.sub(r"\g<added>\g<what>\g<rest>", AROUND.sub("", indicator))
    if CHANGE.fullmatch(subject):
        return None
    return subject if len(subject) >= LEAST else indicator


def _properties(items: Items, record: FigureRecord) -> Properties:
    sources = items.sources
    notice = sources.documents.notice(record.doc, record.start)
    passages = sources.passages.get(record.doc)
    passage = passages.at(record.start) if passages else None
    text, offset = (passage.text, record.start - passage.start) if passage else ("", 0)
    quantity = f"{record.comparator or ''}{record.quantity}{record.unit}"
    return {
        "name": masked(f"{record.indicator or ''} {quantity}".strip()),
        "indicator": masked(record.indicator),
        "subject": masked(subject_of(record.indicator)),
        "quantity": record.quantity,
        "unit": record.unit,
        "comparator": record.comparator,
        "bound": record.bound,
        "amount": float(record.value) if record.value is not None else None,
        "period": record.period,
        "said": REPORT if record.said else TARGET,
        "quote": masked(_sentence(text, offset)) or None,
        "dated_text": notice.dated if notice else None,
        "file": record.doc,
        "line": passage.line + text[:offset].count("\n") if passage else None,
        "span_start": record.start,
        "span_end": record.end,
        "document": sources.document_key(record.doc),
        "notice": sources.notice_key(notice) if notice else None,
        "passage": sources.passage_key(passage) if passage else None,
    }


def _sentence(text: str, offset: int) -> str:
    """The sentence of a passage in which an offset lies."""
    start = max((text.rfind(mark, 0, offset) for mark in BORDERS), default=-1) + 1
    ends = [end for mark in BORDERS if (end := text.find(mark, offset)) >= 0]
    return text[start : min(ends, default=len(text))].strip()
