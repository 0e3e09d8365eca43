"""Plain text → Reading: the decoded file as it is, so that offsets are those of the file."""

import re

from extract.errors import ReadError
from extract.lexicon import any_of
from extract.readers.documents import document_of
from extract.readers.encodings import decoded
from extract.readers.limits import LIMITS, Limits
from extract.readers.reading import Reading

__all__ = ["checked", "document_of", "longest_line", "read_text"]

LONGEST_LINE = 5_000_000  # characters; a gazette's longest paragraphs and rows have some thousands
MOST_CONTROLS = 8  # control characters that a text may hold, strays of an OCR
MOST_SITE = 15  # lines at the head and at the foot that may be those of a site
LONGEST_SITE = 300
SITE_MARK = re.compile(
    rf"首页\s{{0,3}}[>＞»›]|ICP\s{{0,2}}备|公网安备|网站(?:{any_of('sites', 'of_site')})|本站(?:兼容|支持|已)",
    re.IGNORECASE,
)
SITE_LINE = re.compile(
    rf"""
      Copyright|技术支持\s{{0,2}}[：:]|{any_of("sites", "site_line")}|^\s*(?:{any_of("sites", "page_button")})  # 版权所有
    | ^\s*[【\[]?字体[：:]|扫一扫|建议使用.{{0,20}}(?:{any_of("sites", "screen")})  # 【字体：
    | ^\s*(?:网站)?主办(?:单位)?\s{{0,2}}[：:].{{0,60}}承办  # 网站主办单位 ：…承办
    """,
    re.VERBOSE | re.IGNORECASE,
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a text file; raises ReadError for anything else."""
    text = checked(decoded(data, name).text, name, limits)
    return Reading(without_site(text), "text")


def checked(text: str, name: str, limits: Limits = LIMITS) -> str:
    """The text, if it can be a document: raises ReadError for binary data, endless lines, too many characters."""
    if not text.strip("\ufeff \t\r\n\x00"):
        raise ReadError("file_empty", name=name)
    if len(CONTROL.findall(text[:100_000])) > MOST_CONTROLS:
        raise ReadError("control_characters", name=name)
    if len(text) > limits.characters:
        raise ReadError("too_many_characters", name=name, most=f"{limits.characters:,}")
    if longest_line(text) > LONGEST_LINE:
        raise ReadError("line_too_long", name=name, most=f"{LONGEST_LINE:,}")
    return text


def longest_line(text: str) -> int:
    """The length of the longest line of a text."""
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest, start = max(longest, end - start), end + 1
    return max(longest, len(text) - start)


def without_site(text: str) -> str:
    """A page that was saved or pasted as text: the lines of the site at its head and foot as blanks; as long as before.

    Only where the file shows that it comes from a site: 首页>政务公开>…, ICP备, 公网安备, 网站声明.
    """
    if not SITE_MARK.search(text):
        return text
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    edges = {*filled[:MOST_SITE], *filled[-MOST_SITE:]}
    for index in edges:
        if len(lines[index]) < LONGEST_SITE and (SITE_MARK.search(lines[index]) or SITE_LINE.search(lines[index])):
            end = "\r" if lines[index].endswith("\r") else ""
            lines[index] = " " * (len(lines[index]) - len(end)) + end
    return "\n".join(lines)
