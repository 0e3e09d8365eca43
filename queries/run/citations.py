"""Where the rows of an answer come from, as one would cite it.

In:  rows with file, line, quote and the key of their notice   Out: a Citation a row, and the words for it

    新洲区人民政府公报，2022年第2期(总第41期)，新政任〔2022〕3号，第12页起，第1460行
    file of a scan: …，文件第3页，第41行（文字识别）
"""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.stores.store import Store
from queries.library import statement_of
from queries.run.steps import Row
from queries.run.surroundings import Issue, surroundings

WORDS = {
    "zh": {"page": "第{}页起", "file_page": "文件第{}页", "line": "第{}行", "scanned": "（文字识别）", "comma": "，"},
    "en": {
        "page": "from p. {}",
        "file_page": "page {} of the file",
        "line": "line {}",
        "scanned": " (read by OCR)",
        "comma": ", ",
    },
}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a row comes from; `page` where its notice begins, as the issue's contents print it; `file_page` its own, counted in the file from 1."""

    file: str
    line: int | None
    quote: str | None
    gazette: str | None = None
    issue: str | None = None
    published: str | None = None
    page: str | None = None
    file_page: int | None = None
    scanned: bool = False
    number: str | None = None
    heading: str | None = None
    fact_id: str | None = None

    def text(self, language: str) -> str:
        """The citation in zh or en, without the quotation."""
        words = WORDS[language]
        source = [self.gazette or self.file, self.issue, self.number]
        source.append(words["page"].format(self.page) if self.page else None)
        source.append(words["file_page"].format(self.file_page) if self.file_page else None)
        source.append(words["line"].format(self.line) if self.line else None)
        return words["comma"].join(part for part in source if part) + (words["scanned"] if self.scanned else "")

    def __str__(self) -> str:
        return self.text("en")


def page_of_line(page_lines: str | None, line: int | None) -> int | None:
    """The page of the file that a line stands on, by the first lines of its pages (1 40 81); None in a file without pages."""
    if not page_lines or line is None:
        return None
    return max(1, bisect.bisect_right([int(first) for first in page_lines.split() if first.isdecimal()], line))


def citations(store: Store, rows: Sequence[Row]) -> list[Citation | None]:
    """A citation for each row that has a file, with what its notice says of issue, page and document number."""
    keys = sorted({row["notice"] for row in rows if row.get("notice")})
    notices: dict[str, Row] = {}
    if keys:
        printed = store.read(statement_of("sources", "notices"), {"notices": keys}, limit=len(keys) + 1).dicts()
        notices = {notice["key"]: notice for notice in printed}
    files: dict[str | None, Issue] = {}
    if any(row.get("file") and row.get("notice") not in notices for row in rows):
        files = {issue.file: issue for issue in surroundings(store).issues}
    return [_citation(row, files, notices) for row in rows]


def _citation(row: Row, files: Mapping[str | None, Issue], notices: Mapping[str, Row]) -> Citation | None:
    if not row.get("file"):
        return None
    issue = files.get(row["file"])
    notice = notices.get(row.get("notice") or "") or (_of_issue(issue) if issue else {})
    return cited(row | {name: value for name, value in notice.items() if name not in OF_ROWS})


OF_ROWS = ("file", "line", "quote", "fact_id", "key")


def _of_issue(issue: Issue) -> Row:
    return {
        "gazette": issue.gazette,
        "issue": issue.issue,
        "published": issue.published,
        "page_lines": issue.page_lines,
        "reading": issue.reading,
    }


def cited(row: Mapping[str, Any]) -> Citation:
    """The Citation of a row that says issue, page, document number and line itself."""
    return Citation(
        file=_text(row.get("file")) or "",
        line=row.get("line"),
        quote=row.get("quote"),
        gazette=_text(row.get("gazette")),
        issue=_text(row.get("issue")),
        published=_text(row.get("published")),
        page=_text(row.get("page")),
        file_page=page_of_line(row.get("page_lines"), row.get("line")),
        scanned=row.get("reading") == "ocr",
        number=_text(row.get("number")),
        heading=_text(row.get("heading")),
        fact_id=_text(row.get("fact_id")),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
