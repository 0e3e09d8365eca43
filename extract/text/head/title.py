"""The title of a notice as its lines come, one below the other.

In:  what stands of the title so far, and a line   Out: what stands of it then

    区人民政府办公室关于印发新洲区2022年 / 绿化工作方案的通知 → two lines, closed by 的通知
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Document
from extract.lexicon import any_of
from extract.text.head.again import starts_title, text_of
from extract.text.head.issuers import from_title
from extract.text.head.marks import COLUMN_NAME, NOTICE_END, REPEALED, STANDING, TITLE_END, YEARS
from extract.text.head.signatures import signs
from extract.text.lines import Line

LONGEST_REST = 30  # characters of a title's last line
NOTICE_REST = re.compile(rf"的(?:{any_of('layout', 'title_rest')})$")
LAST_WORDS = re.compile(rf"^的(?:{any_of('layout', 'title_rest')}|函)")


@dataclass(frozen=True, slots=True)
class Title:
    """The lines of a title so far; `earlier`: the title that a page prints above the document's own head."""

    lines: tuple[Line, ...] = ()
    earlier: tuple[Line, ...] = ()
    closed: bool = False  # the title is whole

    def whole(self, numbered: bool) -> tuple[Line, ...]:
        """The lines of the title: the document's own, or what a page prints above it; `numbered`: the head has a 文号."""
        if not self.lines:
            return self.earlier
        if not numbered and text_of(self.earlier).endswith(text_of(self.lines)):
            return self.earlier  # the page names body and title at once, the document on lines of their own
        return self.lines if self.closed else self.lines[: 2 if "关于" in self.lines[0].text else 1]

    def with_line(self, document: Document, line: Line, lines: Sequence[Line]) -> "Title":
        """The title with one more of its lines, which is one of `lines`."""
        before = self.lines
        if before and not starts_title(before) and _begins_title(document, before, line):
            before = ()  # 导入数据 · 政务微博: lines of a site above a title
        grown = (*before, line)
        ended = TITLE_END.search(line.text.rstrip("》")) or YEARS.match(line.text)
        return replace(self, lines=grown, closed=bool(ended) and not _goes_on(grown, lines))


def plain_title(title: str) -> str:
    """A title without the name of the column that a page prints before it, its marks and the remark that it is no more in force."""
    title = COLUMN_NAME.sub("", title)
    title = STANDING.sub("", title)
    if title.startswith("《") and title.endswith("》") and title.count("《") == title.count("》") == 1:
        title = title[1:-1]
    return REPEALED.sub("", title)


def _begins_title(document: Document, title: Sequence[Line], line: Line) -> bool:
    """Whether a line begins a title of its own: it names its body, or it is whole and no body stands above it."""
    whole = line.text.startswith("关于") and TITLE_END.search(line.text)
    return bool(from_title(document, line)) or bool(whole and not any(signs(part.text) for part in title))


def _goes_on(title: Sequence[Line], lines: Sequence[Line]) -> bool:
    """…建设试点工作方案 / 的通知: the next line is the rest of a title."""
    index = next(i for i, line in enumerate(lines) if line is title[-1])
    if index + 1 >= len(lines):
        return False
    after = lines[index + 1].text
    if YEARS.match(after):
        return True
    if len(after) > LONGEST_REST:
        return False
    if after[0] in "和与及、" and NOTICE_END.search(after):
        return True  # 关于做好人大代表建议 / 和政协提案办理工作的通知
    opened = "关于" in text_of(title) and not NOTICE_END.search(title[-1].text) and "关于" not in after
    if opened and NOTICE_REST.search(after):
        return True  # 关于分解落实2019年政府工作报告 / 主要目标任务的通知
    return bool(LAST_WORDS.match(after))
