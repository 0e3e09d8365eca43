"""Facts, doubts and context: the nouns that extraction hands to everything else, and their JSON lines.

    雷火清同志任区发展和改革局副局长(正处级)
    → Fact(appointed, official 雷火清, department 区发展和改革局, role 副局长, qualifiers rank 正处级)

Offsets count code points of the decoded source file, [start, end). A fact never lacks its evidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from extract.errors import ReadError
from extract.figures import FigureRecord
from extract.regions import Box
from extract.slotted import direct, slotted
from extract.wording.reasons import Reason, as_written, reason


@direct
class Relation(StrEnum):
    """What a fact says of its two parties."""

    APPOINTED = "appointed"
    DISMISSED = "dismissed"
    LEADS = "leads"
    ASSISTS = "assists"
    MEMBER_OF = "member_of"
    LIAISES = "liaises"
    COVERS = "covers"
    HOLDS = "holds"
    HOSTS = "hosts"
    ISSUED = "issued"
    CITES = "cites"
    REPEALS = "repeals"
    REVOKES = "revokes"
    PART_OF = "part_of"
    LOCATED_AT = "located_at"
    CONCERNS = "concerns"
    REPORTED = "reported"


@direct
class Kind(StrEnum):
    """What a party is."""

    OFFICIAL = "official"
    DEPARTMENT = "department"
    STREET = "street"
    GROUP = "group"
    PROJECT = "project"
    POLICY = "policy"
    TASK = "task"
    TOPIC = "topic"
    PLACE = "place"


@slotted
@dataclass(frozen=True, slots=True)
class Party:
    """One end of a fact: its kind, its name as printed, and where (None: the source only implies it)."""

    kind: Kind
    name: str
    start: int | None = None
    end: int | None = None


@slotted
@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage behind a fact: `quote == text[start:end]`; `line` is 1-based.

    Where the file has pages: `page` from 1, `box` around the quotation, `boxes` line by line if it runs over several.
    """

    doc: str
    start: int
    end: int
    line: int
    quote: str
    page: int | None = None
    box: Box | None = None
    boxes: tuple[Box, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The evidence as an object of the facts format; page and boxes only where the file has pages."""
        row: dict[str, Any] = {
            "doc": self.doc,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "quote": self.quote,
        }
        placed = {"page": self.page, "box": self.box and list(self.box), "boxes": [list(box) for box in self.boxes]}
        return row | {key: value for key, value in placed.items() if value}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Evidence":
        """The evidence of one JSON object; TypeError or ValueError for another shape."""
        values = dict(row)
        if values.get("box"):
            values["box"] = _box(values["box"])
        if values.get("boxes"):
            values["boxes"] = tuple(_box(box) for box in values["boxes"])
        return cls(**values)


@slotted
@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What the source adds to a fact; None where it says nothing."""

    rank: str | None = None
    probation: str | None = None
    mode: str | None = None
    term: str | None = None
    effective: str | None = None
    topic: str | None = None
    deadline: str | None = None
    basis: str | None = None
    title: str | None = None
    number: str | None = None
    phone: str | None = None
    address: str | None = None
    period: str | None = None
    status: str | None = None
    reading: str | None = None  # ocr: the letters were guessed from a picture

    def stated(self) -> dict[str, str]:
        """The qualifiers that the source states, in the order of the fields."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}


def _box(values: Sequence[float]) -> Box:
    left, top, right, bottom = map(float, values)
    return (left, top, right, bottom)


NO_QUALIFIERS = Qualifiers()


@slotted
@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a document about two parties."""

    relation: Relation
    subject: Party
    object: Party
    evidence: Evidence
    rule: str
    role: str | None = None
    date: str | None = None
    qualifiers: Qualifiers = NO_QUALIFIERS

    def to_json(self) -> dict[str, Any]:
        """The fact as an object of the facts format (docs/facts.md)."""
        return {
            "relation": self.relation.value,
            "subject": asdict(self.subject),
            "object": asdict(self.object),
            "role": self.role,
            "date": self.date,
            "qualifiers": self.qualifiers.stated(),
            "evidence": self.evidence.to_json(),
            "rule": self.rule,
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Fact":
        """The fact of one JSON object; raises ReadError for an unknown or missing key."""
        try:
            unknown = set(row) - FACT_KEYS
            if unknown:
                raise ReadError("fact_unknown_key", key=repr(sorted(unknown)[0]))
            return cls(
                relation=Relation(row["relation"]),
                subject=_party(row["subject"]),
                object=_party(row["object"]),
                evidence=Evidence.from_json(row["evidence"]),
                rule=row["rule"],
                role=row["role"],
                date=row["date"],
                qualifiers=Qualifiers(**row["qualifiers"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError("fact_malformed", fault=error) from error


FACT_KEYS = {"relation", "subject", "object", "role", "date", "qualifiers", "evidence", "rule"}


def _party(row: dict[str, Any]) -> Party:
    return Party(Kind(row["kind"]), row["name"], row["start"], row["end"])


@slotted
@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage that a rule recognises and cannot settle, with a reason that a person understands."""

    evidence: Evidence
    rule: str
    code: str  # of extract/wording/reasons.toml
    values: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def reason(self) -> Reason:
        """The code with its values."""
        return reason(self.code, **self.values)

    def to_json(self) -> dict[str, Any]:
        """The doubt as an object of the facts format."""
        return {"evidence": self.evidence.to_json(), "rule": self.rule, "code": self.code, "values": dict(self.values)}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Doubt":
        """The doubt of one JSON object, also of Zhize 0.1, which wrote a sentence (`why`); raises ReadError for another shape."""
        try:
            known = as_written(row["why"]) if "why" in row else Reason.from_json(row)
            return cls(Evidence.from_json(row["evidence"]), row["rule"], known.code, known.to_json()["values"])
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError("doubt_malformed", fault=error) from error


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """Context: one source file."""

    doc: str
    sha256: str
    jurisdiction: str | None = None
    issue: str | None = None
    published: str | None = None
    url: str | None = None
    version: str | None = None
    media: str | None = None  # text, html, docx, pdf, picture …
    reading: str | None = None  # text, or ocr: the letters were guessed from a picture
    because: Mapping[str, str] = field(
        default_factory=dict
    )  # what says jurisdiction and issue: given, cover, head, file name
    pages: tuple[int, ...] = ()  # the first line of each page of the file, from page 1; () of a file without pages


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """Context: one notice of an issue; `page` as the table of contents prints it."""

    doc: str
    notice: int
    start: int
    end: int
    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    dated: str | None = None
    section: str | None = None
    page: str | None = None


@slotted
@dataclass(frozen=True, slots=True)
class ItemRecord:
    """Context: one item of a responsibility list, also one that only aggregates answer for.

    `section` and `annex` are the headings above it as printed, `subtitle` the title of the text or table among several that it is in, `due` each date of its deadline as ISO, `unnamed` those who
    answer for it by their post alone (各单位主要负责人).
    """

    doc: str
    notice: int
    start: int
    end: int
    text: str
    number: str | None = None
    deadline: str | None = None
    basis: str | None = None
    aggregates: tuple[str, ...] = ()
    section: str | None = None
    annex: str | None = None
    subtitle: str | None = None
    due: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountRecord:
    """Context: a number that the source states of its own facts (等25人, 118项), and how many were found."""

    doc: str
    start: int
    end: int
    what: str
    stated: int
    found: int


Context = DocumentRecord | NoticeRecord | ItemRecord | FigureRecord | CountRecord
CONTEXT_IS: dict[str, type[Context]] = {
    "document": DocumentRecord,
    "notice": NoticeRecord,
    "item": ItemRecord,
    "figure": FigureRecord,
    "count": CountRecord,
}
LISTS_OF_CONTEXT = frozenset({"aggregates", "due", "pages", "unnamed"})
IS_OF_CONTEXT = {kind: name for name, kind in CONTEXT_IS.items()}


def context_to_json(record: Context) -> dict[str, Any]:
    """The record as an object of the facts format, told apart by its key `is`."""
    return {"is": IS_OF_CONTEXT[type(record)], **asdict(record)}


def context_from_json(row: dict[str, Any]) -> Context:
    """The record of one JSON object; raises ReadError for an unknown kind or key."""
    try:
        values = dict(row)
        kind = CONTEXT_IS[values.pop("is")]
        for key in LISTS_OF_CONTEXT & values.keys():
            values[key] = tuple(values[key])
        return kind(**values)
    except (KeyError, TypeError) as error:
        raise ReadError("context_malformed", fault=error) from error


@slotted
@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or table row of the source, as printed; what a quotation is shown in."""

    doc: str
    start: int
    end: int
    line: int
    text: str

    def to_json(self) -> dict[str, Any]:
        """The passage as an object of the facts format."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Passage":
        """The passage of one JSON object; raises ReadError for one of another shape."""
        try:
            return cls(**row)
        except TypeError as error:
            raise ReadError("passage_malformed", fault=error) from error


@slotted
@dataclass(frozen=True, slots=True)
class CueRecord:
    """How one cue of the lexicon ends: as fact, in a doubt, or aside; `code` says why it is aside, or that it is unread."""

    doc: str
    start: int
    end: int
    cue: str
    relation: str
    ends: str
    code: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The record as an object of the facts format."""
        return asdict(self)


@dataclass(slots=True)
class Extraction:
    """All that extraction finds in one document."""

    facts: list[Fact] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    context: list[Context] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    cues: list[CueRecord] = field(default_factory=list)
