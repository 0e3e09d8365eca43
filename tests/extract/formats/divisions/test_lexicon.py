"""The word lists of divisions of work: each entry's example is recognised, its counterexample is not."""

import pytest

from extract.formats.divisions.labels import Kind, label_of
from extract.lexicon import WordsEntry, table, words_of


@pytest.mark.parametrize("section", ["adverb", "connector", "leaders", "no_name", "field_zone", "life"])
def test_words(section: str) -> None:
    for entry in table("divisions", section, WordsEntry):
        assert entry.example in words_of("divisions", section)
        assert entry.counterexample not in words_of("divisions", section)


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("duty_label", Kind.DUTY),
        ("post_label", Kind.POST),
        ("name_label", Kind.NAME),
        ("life_label", Kind.LIFE),
    ],
)
def test_labels(section: str, kind: Kind) -> None:
    for entry in table("divisions", section, WordsEntry):
        for line in (entry.example, f"{entry.example}:某", f"一、{entry.example}:"):
            label = label_of(line)
            assert label is not None
            assert label.kind is kind
        other = label_of(entry.counterexample)
        assert other is None or other.kind is not kind
