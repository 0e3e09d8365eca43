"""Seats of a group that no named person holds, as its list prints them: they are no members of the graph, and are said beside it.

In:  the texts beside a store, the rows of the members of groups. Out: one note for each group whose list has such seats.

    召集人：县长   /   成员：县财政局、县水利局，各乡镇主要负责人
    → 县水利工程联席会议的名单另有未具名的：召集人 县长、各乡镇主要负责人（第10、12行）
"""

import re
from collections.abc import Iterator, Sequence

from extract.errors import GazetteError
from graph.stores.texts import Texts
from queries.messages import Message, note
from queries.run.printed import Row
from queries.run.printed.passages import document_of

MOST_GROUPS = 12
MOST_PASSAGES = 200
BEFORE = 6  # lines above the first member among which the head of a list may stand
OFFICE = "办公室"
TITLE = r"(?:区长|县长|市长|镇长|乡长|局长|主任|书记|负责人|负责同志|领导)"
SEAT = r"(?:副召集人|召集人|第一副组长|常务副组长|副组长|组[ \u3000]?长|副总指挥长?|总指挥长?)"
EACH = re.compile(rf"各[^各，,。；;、：:（）()\s]{{1,18}}?(?:主要|分管)?(?:负责人|负责同志|领导|主任|书记|{TITLE})")
LABELLED = re.compile(rf"(?P<seat>{SEAT})\s*[:：]\s*(?P<who>[^，,。；;：:\s]{{0,24}}{TITLE})(?=[，,。；;\s]|$)")
SEATED = re.compile(rf"(?P<who>[^，,。；;、：:由\s]{{0,20}}{TITLE})(?:担任|任)(?P<seat>{SEAT})")
PASSAGES = """
WITH begun AS (  -- looked for once a document, not once a passage
  SELECT d.key AS key, coalesce(max(q.line), 0) AS line
  FROM document d LEFT JOIN passage q ON q.document = d.key AND q.line <= ?
  WHERE d.key = ? OR (? = '' AND d.file = ?) GROUP BY d.key)
SELECT p.line, p.text FROM begun JOIN passage p ON p.document = begun.key WHERE p.line BETWEEN begun.line AND ?
ORDER BY p.first, p.id LIMIT ?
"""


def unnamed_seats(texts: Texts, rows: Sequence[Row]) -> list[Message]:
    """What the lists of the groups say of seats without a name; nothing where the texts are not at hand."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["group_key"], []).append(row)
    notes = []
    for members in list(groups.values())[:MOST_GROUPS]:
        try:
            seats = list(dict.fromkeys(_unnamed(texts, members)))
        except GazetteError:
            return []
        if seats:
            listed = "、".join(dict.fromkeys(words for words, _ in seats))
            lines = "、".join(str(line) for line in sorted({line for _, line in seats}))
            notes.append(note("unnamed_seats", group=members[0]["group"], listed=listed, lines=lines))
    return notes


def _unnamed(texts: Texts, members: Sequence[Row]) -> Iterator[tuple[str, int]]:
    """The seats of one group's list, each with its line: of each document that prints members of it."""
    names = {str(row["member"]) for row in members}
    for document, file in dict.fromkeys((document_of(row), row["file"]) for row in members if row["file"]):
        there = [row for row in members if (document_of(row), row["file"]) == (document, file)]
        lines = sorted({row["line"] for row in there if row["line"] is not None})
        seats = [row for row in there if not str(row["seat"] or "").startswith(OFFICE)]
        headed = any(row["relation"] == "leads" for row in seats)
        if not lines:
            continue
        first = lines[0] if headed else max(1, lines[0] - BEFORE)
        for line, text in texts.rows(PASSAGES, (first, document, document, file, lines[-1], MOST_PASSAGES)):
            yield from _said(str(text), int(line), names, within=line >= lines[0] or not headed)


def _said(text: str, line: int, names: set[str], *, within: bool) -> Iterator[tuple[str, int]]:
    """The seats of one passage."""
    if not within:
        return
    for pattern in (LABELLED, SEATED):
        for match in pattern.finditer(text):
            if not any(name in match["who"] for name in names):
                yield f"{match['seat']} {match['who']}", line
    for match in EACH.finditer(text):
        yield match[0], line
