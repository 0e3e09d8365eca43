"""What the documents of a jurisdiction give alone bears the keys that it bears among the documents of others."""

from collections.abc import Collection

import pytest

from bench.crashes.schedules import CITY, DISTRICT, OTHER, TEXTS, extracted
from graph.corpus import Corpus
from graph.projection.elements import EdgeRef, NodeRef
from graph.projection.project import project


def refs(names: Collection[str]) -> set[NodeRef | EdgeRef]:
    """All that the documents give, by what it is known by."""
    parts = [extracted(name)[1] for name in sorted(names)]
    corpus = Corpus.of(
        [fact for one in parts for fact in one.facts],
        [doubt for one in parts for doubt in one.doubts],
        [record for one in parts for record in one.context],
        [passage for one in parts for passage in one.passages],
    )
    projection = project(corpus).projection
    return {node.ref for node in projection.nodes} | {edge.ref for edge in projection.edges}


def of(*codes: str) -> list[str]:
    return [name for name, (code, _, _) in TEXTS.items() if code in codes]


def test_the_whole_is_what_its_jurisdictions_give_alone() -> None:
    assert refs(TEXTS) == refs(of(DISTRICT)) | refs(of(CITY)) | refs(of(OTHER))


@pytest.mark.parametrize("code", [DISTRICT, CITY, OTHER])
def test_they_share_no_more_than_places_national_texts_and_bodies_above(code: str) -> None:
    others = [name for name in TEXTS if name not in of(code)]
    shared = {ref.label for ref in refs(of(code)) & refs(others) if isinstance(ref, NodeRef)}
    assert "Jurisdiction" in shared
    assert shared <= {"Jurisdiction", "Policy", "Organization"}
