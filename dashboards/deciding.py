"""Decisions of a person about merges, facts and doubts: checked, then added to the judgements of the workspace.

In:  a workspace, what is decided, about which ids. Out: one line more in judgements.jsonl; the next build applies it.
Used by `zhize review` and by the page of review alike.
"""

import getpass
from collections.abc import Mapping
from typing import Any

from extract.errors import QueryError
from graph.identity.clusters import BODIES
from graph.keeping.judgements import OF_PAIRS, Decision, Judgement, add_judgement, now
from graph.projection.findings import doubt_id
from graph.workspace import Workspace


def decide(
    place: Workspace, decision: Decision, about: tuple[str, ...], why: str = "", who: str | None = None,
    value: Mapping[str, Any] | None = None,
) -> Judgement:  # fmt: skip
    """Adds a decision; raises QueryError where what it is about stands in no document of the workspace."""
    if decision is not Decision.UNDO:
        must_be_known(place, decision, about)
    judgement = Judgement(decision, tuple(sorted(about)), who or getpass.getuser(), now(), why, value or {})
    add_judgement(place.judgements_path, Judgement.from_json(judgement.to_json()))
    return judgement


def must_be_known(place: Workspace, decision: Decision, about: tuple[str, ...]) -> None:
    """Raises QueryError where what is decided about stands in no document of the workspace."""
    corpus = place.corpus()
    documents = corpus.documents
    if decision in OF_PAIRS:
        kinds = {documents.mention_of(f, party): party.kind for f in corpus.facts for party in (f.subject, f.object)}
        for mention in about:
            if mention not in kinds:
                raise QueryError("no_mention", mention=mention, folder=place.folder)
        left, right = about
        if left == right:
            raise QueryError("one_mention_twice")
        if kinds[left] is not kinds[right] and not {kinds[left], kinds[right]} <= set(BODIES):
            raise QueryError("two_kinds", left=kinds[left].value, right=kinds[right].value)
    elif decision is Decision.SETTLED:
        if about[0] not in {doubt_id(doubt, documents) for doubt in corpus.doubts}:
            raise QueryError("no_doubt", doubt=about[0], folder=place.folder)
    elif about[0] not in {documents.fact_id(fact) for fact in corpus.facts}:
        raise QueryError("no_fact", fact=about[0], folder=place.folder)
