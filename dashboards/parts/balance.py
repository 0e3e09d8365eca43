"""What became of the words that announce a fact (牵头, 任命, 根据《…》): stated, doubted or set aside, by relation; so that a reader sees what is lost.

In:  how the cues of a document ended (graph.keeping.sources.Ended). Out: a card with one row a relation, and the reasons below it.
"""

from collections import Counter
from collections.abc import Sequence

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, card, dim, table
from dashboards.parts.blocks import text as paragraph
from dashboards.texts import aside_word, text
from graph.keeping.sources import Ended

WAYS = ("fact", "doubt", "aside")
SHOWN_REASONS = 6


def balance_card(cues: Sequence[Ended], language: str) -> list[Block]:
    """The card; nothing where nobody counted the cues of the document."""
    if not cues:
        return []
    counted: dict[str, Counter[str]] = {}
    for one in cues:
        counted.setdefault(one.relation, Counter())[one.ends] += one.count
    heads = [{"label": text("relation_word", language)}] + [
        {"label": text(f"cues_{way}", language), "right": True} for way in WAYS
    ]
    order = sorted(counted, key=lambda relation: (-counted[relation].total(), relation))
    rows = [
        {"cells": [[value_word(relation, language)], *([str(counted[relation][way] or "—")] for way in WAYS)]}
        for relation in order
    ]
    reasons = Counter[str]()
    for one in cues:
        if one.ends == "aside":
            reasons[aside_word(one.code, language)] += one.count
    told = [f"{word} {count}" for word, count in reasons.most_common(SHOWN_REASONS)]
    rest = sum(reasons.values()) - sum(count for _, count in reasons.most_common(SHOWN_REASONS))
    if rest:
        told.append(text("other_relations", language, count=rest))
    why = [paragraph([dim(text("cues_why", language)), " · ".join(told)], small=True)] if told else []
    lead = paragraph([text("cues_lead", language)], small=True)
    total = text("cues_total", language, count=sum(one.count for one in cues))
    return [card(text("cues_title", language), [lead, table(heads, rows, bare=True), *why], [total])]
