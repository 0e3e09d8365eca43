"""Stable ids and normal forms: what a fact, a mention and a name are called wherever they are met.

In:  facts and the context beside them.
Out: fact ids (16 hex), mention ids (`<sha256, 16 hex>:<start>-<end>:<kind>`), the normal form of a name.

    雷火清同志任区发展和改革局副局长(正处级), document a9ea…, offset 75195
    → mention a9ea…:75195-75198:official; 新政发[2019]12号 and 新政发〔2019〕12号 have one normal form

An id holds what the source holds and nothing of ours: neither the file's name nor the rule that found the fact enters.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from extract.facts import Context, DocumentRecord, Fact, Kind, NoticeRecord, Party
from graph.jurisdictions import code_of

SEPARATOR = "\x1f"  # stands in no gazette, so that no two different parts run into the same string
QUOTES_AND_TITLE_MARKS = re.compile(r"[《》〈〉<>“”‘’\"'「」『』]")
WHITE_SPACE = re.compile(r"[\s\u200b-\u200d\ufeff]+")
MARK_UP = re.compile(r"</?[a-z]+\s*/?>", re.IGNORECASE)
BRACKETS = str.maketrans("〔【﹝[{〕】﹞]}", "((((()))))")
ANY_BRACKET = re.compile(r"[〔【﹝\[{〕】﹞\]}]")
MOST_NAMES = 1 << 15  # whose normal forms are kept: names come again and again
ENUMERATOR = re.compile(
    r"""^(?:
    [(（]?(?:[一二三四五六七八九十百]+|\d{1,3})[)）、.．:：](?!\d)   # 一、 （一） 1. (12)
  | [—\-]{1,2} | [①-⑳] | [*·•●○]
    )+""",
    re.VERBOSE,
)
WITH_END = re.compile(r":(\d+)-\d+:")
PUNCTUATION = re.compile(r"[\s、,，.。;；:：!！?？()（）\-—~～·]+")


@lru_cache(MOST_NAMES)
def normal_name(name: str) -> str:
    """The form under which two prints of a name are compared: width, brackets, quotes and layout folded.

    《中华人民共和国环境保护法》 → 中华人民共和国环境保护法; 新政发[2019]12号 → 新政发(2019)12号
    """
    return normal_text(name)


def normal_text(text: str) -> str:
    """The normal form of a text, as that of a name; of texts, which seldom come again, none is kept."""
    folded = unicodedata.normalize("NFKC", MARK_UP.sub("", text) if "<" in text else text)
    folded = WHITE_SPACE.sub("", QUOTES_AND_TITLE_MARKS.sub("", folded))
    return folded.translate(BRACKETS) if ANY_BRACKET.search(folded) else folded


def normal_item(text: str) -> str:
    """The form under which two prints of an item (a task) are compared: no enumerator, no punctuation.

    1.加快建设区文化中心，… → 加快建设区文化中心…
    """
    return PUNCTUATION.sub("", ENUMERATOR.sub("", normal_name(text)))


def fact_id(fact: Fact, sha256: str) -> str:
    """The id of a fact of the document with that hash: 16 hex, the same after every extraction that finds it."""
    parts = (
        sha256,
        fact.relation,
        fact.subject.kind,
        fact.subject.name,
        fact.object.kind,
        fact.object.name,
        fact.role or "",
        str(fact.evidence.start),
        str(fact.evidence.end),
    )
    return hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()[:16]


def mention_id(sha256: str, start: int, end: int, kind: Kind) -> str:
    """The id of one mention: document, start, end and kind.

    In 县财政局党组书记、局长 two bodies begin at one place, 县财政局党组 and 县财政局: their ends tell them apart.
    """
    return f"{sha256[:16]}:{start}-{end}:" + kind


def mention_of(fact: Fact, party: Party, sha256: str) -> str:
    """The mention id of one of a fact's two parties.

    A party that the source only implies (区长 names 区人民政府) has no offset of its own: where the evidence starts, the
    role and the name stand in for it.
    """
    if party.start is not None and party.end is not None:
        return mention_id(sha256, party.start, party.end, party.kind)
    implied = f"~{fact.evidence.start}.{fact.role or ''}.{normal_name(party.name)}"
    return f"{sha256[:16]}:{implied}:{party.kind.value}"


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in the order of their documents and sources; those of one place in the order of what they say."""
    by_place = groupby(sorted(facts, key=_place), key=_place)
    return [fact for _, here in by_place for fact in _told_apart(list(here))]


def _place(fact: Fact) -> tuple[str, int, int]:
    return fact.evidence.doc, fact.evidence.start, fact.evidence.end


def _told_apart(facts: list[Fact]) -> list[Fact]:
    return sorted(facts, key=repr) if len(facts) > 1 else facts


def without_end(mention: str) -> str:
    """The id that a mention bore before ends were part of it: 1f0c…:412-417:department → 1f0c…:412:department."""
    return WITH_END.sub(r":\1:", mention, count=1)


@dataclass(frozen=True, slots=True)
class Documents:
    """What the context says of each document, looked up by the name that evidence uses."""

    records: dict[str, DocumentRecord] = field(default_factory=dict)
    notices: dict[str, tuple[NoticeRecord, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, context: Iterable[Context]) -> "Documents":
        """The documents and notices among the context records; their order does not matter."""
        records: dict[str, DocumentRecord] = {}
        notices: dict[str, list[NoticeRecord]] = {}
        for record in context:
            if isinstance(record, DocumentRecord):
                records[record.doc] = record
            elif isinstance(record, NoticeRecord):
                notices.setdefault(record.doc, []).append(record)
        return cls(records, {doc: tuple(sorted(rows, key=lambda n: (n.start, n.end))) for doc, rows in notices.items()})

    def all_records(self) -> Iterator[Context]:
        """The records that it was made of."""
        yield from self.records.values()
        for notices in self.notices.values():
            yield from notices

    def sha256(self, doc: str) -> str:
        """The hash of a document; where no context came with the facts, a hash of its name stands in for it."""
        record = self.records.get(doc)
        return record.sha256 if record else hashlib.sha256(doc.encode()).hexdigest()

    def jurisdiction(self, doc: str) -> str | None:
        """The code of the jurisdiction whose gazette this is, if it is known; a name that no list has as it is."""
        record = self.records.get(doc)
        stated = record.jurisdiction if record else None
        return code_of(stated) or stated

    def published(self, doc: str) -> str | None:
        """When the issue came out, as precise as known."""
        record = self.records.get(doc)
        return record.published if record else None

    def notice(self, doc: str, offset: int) -> NoticeRecord | None:
        """The notice that an offset lies in."""
        here = None
        for notice in self.notices.get(doc, ()):
            if notice.start <= offset < notice.end:
                here = notice
        return here

    def fact_id(self, fact: Fact) -> str:
        """The id of a fact, by the hash of its document."""
        return fact_id(fact, self.sha256(fact.evidence.doc))

    def mention_of(self, fact: Fact, party: Party) -> str:
        """The mention id of one of a fact's parties, by the hash of its document."""
        return mention_of(fact, party, self.sha256(fact.evidence.doc))

    def former_mentions(self, facts: Iterable[Fact]) -> dict[str, str]:
        """Mention ids as they were written before ends were part of them → the ids of now, so that judgements stay good.

        Where two mentions began at one place, the former id was that of the first: in the order of the source, 县财政局
        before 县财政局党组.
        """
        by_key: dict[str, str] = {}
        for fact in in_order(facts):
            for party in (fact.subject, fact.object):
                mention = self.mention_of(fact, party)
                by_key.setdefault(without_end(mention), mention)
        return {old: new for old, new in by_key.items() if old != new}
