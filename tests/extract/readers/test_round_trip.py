"""A gazette saved as another kind of file says the same: facts compared as multisets of relation, ends, role and date."""

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from extract.readers import load_manifest
from extract.readers.documents import document_of, document_of_reading
from extract.readers.opening import reading_of_bytes
from extract.readers.paths.manifest import Entry
from tests.extract.readers import typeset
from tests.extract.readers.typeset import Key, differences, f1, facts_of

GAZETTES = Path(__file__).parents[3] / "data" / "gazettes"
NAMES = sorted(path.name for path in GAZETTES.glob("*.txt"))
FIRST = "xinzhou-inspection-2020-2.txt"
LEAST = {"pdf": 0.99, "doc": 0.99, "docx": 0.99, "html": 0.99, "utf-16": 0.99, "xlsx": 0.97}


@cache
def text_of(name: str) -> str:
    return (GAZETTES / name).read_text(encoding="utf-8")


def entry_of(name: str) -> Entry:
    return load_manifest(GAZETTES).entry(name)


@cache
def facts_of_text(name: str) -> Counter[Key]:
    return facts_of(document_of(text_of(name), name, None, entry_of(name)))


def facts_of_bytes(data: bytes, name: str) -> Counter[Key]:
    return facts_of(document_of_reading(reading_of_bytes(data, name), name, "0" * 64, entry_of(name)))


def compare(kind: str, found: Counter[Key], wanted: Counter[Key]) -> None:
    assert wanted
    assert f1(wanted, found) >= LEAST[kind], "\n".join(differences(wanted, found))


@pytest.mark.parametrize("kind", ["docx", "html", "utf-16"])
def test_a_gazette_in_another_kind_says_the_same(kind: str) -> None:
    text = text_of(FIRST)
    made = text.encode("utf-16") if kind == "utf-16" else typeset.docx(text) if kind == "docx" else typeset.html(text)
    compare(kind, facts_of_bytes(made, FIRST), facts_of_text(FIRST))


def test_tables_as_sheets_say_the_same() -> None:
    tables = typeset.tables_of(text_of(FIRST))
    wanted = facts_of(document_of(tables, FIRST, None, entry_of(FIRST)))
    compare("xlsx", facts_of_bytes(typeset.xlsx(text_of(FIRST)), FIRST), wanted)


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pdf", "doc"])
@pytest.mark.parametrize("name", NAMES)
def test_a_gazette_as_libreoffice_saves_it_says_the_same(name: str, kind: str) -> None:
    if not typeset.has_office():
        if os.environ.get("ZHIZE_REQUIRE_OFFICE"):
            pytest.fail("LibreOffice is missing")
        pytest.skip("needs LibreOffice (soffice) and a Chinese font")
    made = typeset.converted(typeset.docx(text_of(name)), kind)
    compare(kind, facts_of_bytes(made, name), facts_of_text(name))
