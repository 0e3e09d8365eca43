"""What is printed in traditional characters is read as the same text in simplified ones would be."""

from collections import Counter
from pathlib import Path

import pytest

from extract.clean import fold
from extract.lexicon.characters import traditional
from extract.pipeline import extract_document
from extract.readers import document_of

GOLDEN = sorted((Path(__file__).parents[1] / "golden").rglob("*.txt"))
FORMS = {ord(simple): form for form, simple in sorted(traditional().items(), reverse=True)}


def facts_of(text: str) -> Counter[tuple[str, ...]]:
    """The facts of a text, their words in simplified characters."""
    return Counter(
        (
            fact.relation.value,
            fold(fact.subject.name),
            fold(fact.object.name),
            fold(fact.role or ""),
            fact.date or "",
        )
        for fact in extract_document(document_of(text)).facts
    )


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in GOLDEN}))
def test_facts_are_those_of_the_simplified_text(folder: str) -> None:
    for path in GOLDEN:
        if path.parent.name == folder:
            text = path.read_text(encoding="utf-8")
            assert facts_of(text.translate(FORMS)) == facts_of(text), path.name
