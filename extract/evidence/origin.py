"""Where a document comes from: its place and issue, each with what says it.

In:  Document, its notices   Out: Origin(jurisdiction="安山县人民政府", issue="2021年第3期", because={"jurisdiction": "cover", …})

Asked in this order: the manifest or --jurisdiction (given), the cover of a gazette, the heads and signatures of its notices (head),
the file's name; what none of them says stays None, and `because` does not name it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from extract.clean import printed
from extract.document import Document, Notice, as_read
from extract.lexicon import any_of
from extract.names.marks import HAN

GIVEN, COVER, HEAD, FILE_NAME = "given", "cover", "head", "file name"
COVER_NAME = re.compile(
    rf"(?P<name>[{HAN}]{{2,20}}(?:省|市|区|县|州|盟|旗|乡|镇)人民政府)(?:{any_of('shared', 'gazette')}|主办)"
)
PLACE = re.compile(
    rf"""
    (?:{any_of("shared", "party_name")}|政协)?  # 中共
    (?P<place>(?!自治[区县州旗]人)[{HAN}]{{2,24}}(?:省|市|区|县|州|盟|旗|乡|镇))  # 某某省
    (?P<whose>人民政府|人民代表大会|人大|委员会|委)  # 人民政府
    """,
    re.VERBOSE,
)
LONGEST_COVER = 5000  # characters
NAMED_PLACE = re.compile(
    rf"""
    ^(?:中共)?(?P<place>[{HAN}]{{2,16}}?(?:省|自治[区州县旗]|(?<!城)市|县|旗|(?<![发社园景校库城山郊片辖地])区))
    (?:{any_of("layout", "place_in_name")}|委|办|关于|任|[\d_\-—（(]|$)   # 安山县2021年任免.pdf, 安山县人民政府公报/…
    """,
    re.VERBOSE,
)
NAMED_ISSUE = re.compile(
    r"""
    (?<!\d)(?P<year>(?:19|20)\d\d)(?:年|[-_. ])(?:第|no\.?|总?第)?  # 2022年第
    (?P<issue>\d{1,3})(?:期|号刊)  # 2期
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Place and issue of a document; `because`: given, cover, head or file name for each of them that is known."""

    jurisdiction: str | None = None
    issue: str | None = None
    because: Mapping[str, str] = field(default_factory=dict)


def origin_of(document: Document, found: Sequence[Notice]) -> Origin:
    """The Origin of a document."""
    place, place_by = _place(document, found)
    issue, issue_by = _issue(document)
    rests_on = {"jurisdiction": place_by, "issue": issue_by}
    return Origin(place, issue, {what: by for what, by in rests_on.items() if by is not None})


def _place(document: Document, found: Sequence[Notice]) -> tuple[str | None, str | None]:
    if document.jurisdiction:
        return document.jurisdiction, GIVEN
    if match := COVER_NAME.search(document.text, 0, LONGEST_COVER):
        return printed(match["name"]), COVER
    if place := issuing_place(found):
        return place, HEAD
    parts = [*PurePosixPath(document.name).parts[:-1][::-1]]
    for part in (PurePosixPath(document.name).stem, *parts):
        if match := NAMED_PLACE.match(part):
            return f"{match['place']}人民政府", FILE_NAME
    return None, None


def issuing_place(found: Sequence[Notice]) -> str | None:
    """The full name of the government that most notices come from: 武汉市新洲区人民政府; None if no notice says it."""
    names: Counter[str] = Counter()
    for notice in found:
        for issuer in notice.issuers:
            if match := PLACE.match(as_read(issuer)):
                names[match["place"]] += 2 if match["whose"] == "人民政府" else 1
    if names:
        return f"{names.most_common(1)[0][0]}人民政府"
    return (
        "国务院" if any(as_read(issuer).startswith("国务院") for notice in found for issuer in notice.issuers) else None
    )


def _issue(document: Document) -> tuple[str | None, str | None]:
    if document.issue:
        return document.issue, GIVEN if document.issue_given else COVER
    match = NAMED_ISSUE.search(PurePosixPath(document.name).stem)
    return (f"{match['year']}年第{int(match['issue'])}期", FILE_NAME) if match else (None, None)
