"""Parts of an organ that one paragraph numbers, as a page runs its lines together."""

import pytest

from extract.facts import Fact
from extract.formats.establishment import establishment
from extract.readers.text import document_of
from extract.text.segment import notices

PARTS = [("秘书科", "县政府办公室"), ("督查室", "县政府办公室"), ("综合科", "县政府办公室")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("县政府办公室内设2个职能科(室)。 (一)秘书科(督查室)。 (二)综合科。", PARTS),
        # what goes on after the numbers, and what is sent there
        (
            "县政府办公室内设2个科室：(一)秘书科(督查室)。(二)综合科：负责文稿。机关党委。驻办纪检监察组。",
            [*PARTS, ("机关党委", "县政府办公室")],
        ),
        ("全县内设2个科室。(一)秘书科。(二)综合科。", []),
    ],
)
def test_parts_numbered_in_a_paragraph(text: str, rows: list[tuple[str, str]]) -> None:
    (notice,) = notices(document_of(f"机构设置\n{text}\n", "page.txt"))
    found = [(f.subject.name, f.object.name) for f in establishment(notice) if isinstance(f, Fact) and f.object]
    assert sorted(found) == sorted(rows)
