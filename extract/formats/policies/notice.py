"""Documents: who issued which, which submit to which, which end earlier ones.

In:  a notice   Out: issued (masthead, else signature → 文号, else title), cites, repeals, revokes

    根据《市人民政府办公厅关于印发武汉市2022年绿化工作方案的通知》(武政办〔2022〕38号)精神
    → 新政办〔2022〕8号 cites 市人民政府办公厅关于印发…的通知, role 根据, number 武政办〔2022〕38号
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.clean import fold
from extract.document import Block, Notice, as_read
from extract.facts import Doubt, Evidence, Fact, Kind, Party, Qualifiers, Relation
from extract.formats.policies.attached import attached
from extract.formats.policies.lists import listed
from extract.formats.policies.mentions import LONGEST_SHORT, Mention, Tie, mentions
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.text.articles import in_articles
from extract.text.head.marks import GARBLED_NUMBER, NUMBER_LINE, TITLE_END

LONGEST_QUOTE = 300
BASIS = re.compile(rf"^[^,。;]{{0,12}}(?:{any_of('policies', 'basis_of')})依据:?$")  # 1.2 编制依据
CARRIES_OUT = re.compile(
    rf"(?:{any_of('policies', 'carries')})[^《》]{{0,8}}$"
)  # 关于实施《国务院关于…的决定》的意见 is another's decision
MAKES = re.compile(
    rf"(?:{any_of('policies', 'makes')})[{HAN}]{{0,4}}本|现[^。]{{0,40}}(?:印发|公示)|(?:{any_of('policies', 'notice_noun')})如下"
)
OUTER_MARKS = "()0123456789.、一二三四五六七八九十 "
CODES = ("宪法", "刑法", "民法")  # laws of two characters; 《办法》 stands for one named before
HANDED_ON = "转发"  # what is handed on is another's, though the title ends with its name
OUTER = re.compile(r"[\s《》〈〉<>“”\"〔〕\[\]()（）]")
ASKED_FIRST = 8  # characters
WORD = re.compile(r"\S+")
LONGEST_HEAD = 1500  # characters of a notice in which its name is looked for
HEAD_BLOCKS = 8
LONGEST_TITLE = 3  # lines
REMARK = r"(?:[(（][^()（）]{1,20}[)）])*$"  # (试行)
REPRINTED = re.compile(rf"(?:{any_of('documents', 'notice', 'rules', 'code')}|关于制定.{{4,60}}的建议){REMARK}")
# 《柳河县盐税管理办法》由县盐务局于2031年2月3日以柳盐〔2031〕9号文印发
PRINTED_AS = re.compile(
    rf"""
    《(?P<title>[^《》]{{4,80}})》由[^。;]{{2,80}}?以                    # 《柳河县盐税管理办法》由县盐务局于…以
    (?P<number>[{HAN}]{{2,10}}[\[(〔](?:19|20)\d\d[\])〕]\d{{1,4}}号)    # 柳盐〔2031〕9号
    文?印发                                                          # 文印发
    """,
    re.VERBOSE,
)
OWN_TAIL = re.compile(rf"的?(?:{any_of('documents', 'notice')}){REMARK}")
RELATIONS = {Tie.CITES: Relation.CITES, Tie.REPEALS: Relation.REPEALS, Tie.REVOKES: Relation.REVOKES}


def policies(notice: Notice) -> Iterator[Fact | Doubt]:
    """What a notice says of documents: its own and those that it names."""
    own = _own(notice)
    if notice.number is None:
        yield from _garbled(notice)
    if own is None:
        yield from _without_name(notice)
        return
    yield from _issued(notice, own)
    yield from attached(notice)
    yield from _Citations(notice, own).facts()


def _own(notice: Notice) -> Party | None:
    """The notice as a policy: its 文号, else its title if that is one of a document (a headline is not)."""
    if notice.number:
        return _party(notice, notice.number)
    if (told := _told_number(notice)) is not None:
        return told
    if (
        notice.title
        and notice.title != notice.section
        and TITLE_END.search(notice.heading.rstrip("》"))
        and REPRINTED.search(notice.heading.rstrip("》"))
    ):
        return _party(notice, notice.title)
    return _printed_below(notice) if notice.title is None else None


def _told_number(notice: Notice) -> Party | None:
    """The 文号 of what an entry of an encyclopaedia is about: 《…办法》由县盐务局以柳盐〔2031〕9号文印发."""
    for block in notice.blocks[:HEAD_BLOCKS] if notice.title else ():
        told = PRINTED_AS.match(block.text.text) if block.text.text.startswith("《") else None
        if told is not None and _normal(told["title"]) == _normal(notice.title or ""):
            return block.party(Kind.POLICY, *told.span("number"))
    return None


def _printed_below(notice: Notice) -> Party | None:
    """Of a notice without a head the document that it prints: 《议事规则》已经…通过,现予印发。 / 青山县人民政府 / 议事规则."""
    for index, block in enumerate(notice.blocks[:HEAD_BLOCKS]):
        for mention in mentions(block.text.text) if "《" in block.text.text else ():
            if mention.tie is Tie.ISSUES:
                name = _normal(_name(block, mention))
                if title := _title_below(notice.blocks[index + 1 : index + 1 + HEAD_BLOCKS], name):
                    return title
    return None


def _title_below(blocks: Sequence[Block], name: str) -> Party | None:
    """The lines that print a title whole, at most three."""
    for first, block in enumerate(blocks):
        printed = ""
        for last in blocks[first : first + LONGEST_TITLE]:
            printed += "" if last.is_row else _normal(last.text.text)
            if not printed or not name.startswith(printed):
                break
            if printed == name:
                return block.document.party(Kind.POLICY, block.start, last.end)
    return None


def _party(notice: Notice, name: str) -> Party:
    start = notice.start
    span = _printed_at(notice.document.text[start : min(notice.end, start + LONGEST_HEAD)], name)
    return Party(Kind.POLICY, name, start + span[0], start + span[1]) if span else Party(Kind.POLICY, name)


def _printed_at(head: str, name: str) -> tuple[int, int] | None:
    """Where a name stands in the head of a notice, whatever layout stands between its characters; None if nowhere."""
    if any(map(str.isspace, name)):  # between words of Latin letters
        match = re.search(r"\s*".join(map(re.escape, name)), head)
        return match.span() if match else None
    first = "".join(head.split()).find(name)
    last, start = first + len(name) - 1, None
    for word in WORD.finditer(head) if first >= 0 else ():
        length = word.end() - word.start()
        if start is None and first < length:
            start = word.start() + first
        if start is not None and last < length:
            return start, word.start() + last + 1
        first, last = first - length, last - length
    return None


def _issued(notice: Notice, own: Party) -> Iterator[Fact | Doubt]:
    document = notice.document
    start = notice.start if own.start is None else own.start
    end = notice.start if own.end is None else own.end
    if not notice.issuers and notice.number is None and in_articles(notice):
        return  # a law says who passed it, and no issuer
    if not notice.issuers and notice.title and own.name != notice.title and notice.number is None:
        return  # what an encyclopaedia tells of
    if not notice.issuers:
        yield Doubt(
            document.evidence(start, max(end, start + 1)),
            "policies.issued",
            "no_issuer",
        )
        return
    title = _party(notice, notice.title) if notice.title else own
    for issuer in notice.issuers:
        left, right = start, end
        for party in (issuer, title):
            if party.start is not None and party.end is not None:
                widest = min(left, party.start), max(right, party.end)
                if widest[1] - widest[0] <= LONGEST_QUOTE:
                    left, right = widest
        yield Fact(
            relation=Relation.ISSUED,
            subject=issuer,
            object=own,
            evidence=document.evidence(left, right, at=start),
            rule="policies.issued",
            date=notice.dated,
            qualifiers=Qualifiers(title=notice.title),
        )


def _without_name(notice: Notice) -> Iterator[Doubt]:
    """A text that makes a document (制定本办法, 现印发给你们) and rests on others, while nothing says what it is called."""
    for block in notice.blocks:
        text = block.text.text
        if "《" in text and MAKES.search(text):
            tied = [mention for mention in mentions(text) if mention.tie in RELATIONS]
            if tied:
                yield block.doubt(tied[0].start, tied[-1].end, "policies.cites", "no_title")


def _garbled(notice: Notice) -> Iterator[Doubt]:
    for block in notice.blocks[:HEAD_BLOCKS]:
        text = block.text.text
        if not block.is_row and re.search(r"\d", text) and GARBLED_NUMBER.match(text) and "年" not in text:
            yield block.doubt(0, len(text), "policies.number", "damaged_number")
            return


@dataclass(slots=True)
class _Citations:
    """The citations of one notice: each document once, short titles standing for the one that they name."""

    notice: Notice
    own: Party
    seen: set[str] = field(default_factory=set)
    issued: set[str] = field(default_factory=set)
    short: dict[str, tuple[Block, Mention]] = field(default_factory=dict)
    named: list[tuple[Block, Mention]] = field(default_factory=list)

    def facts(self) -> Iterator[Fact | Doubt]:
        """Cites, repeals and revokes in the order of the text."""
        if self.notice.title:
            self.issued.add(_normal(OWN_TAIL.sub("", self.notice.heading)).strip("《》"))
        lists = listed(self.notice)
        by_key: dict[str, Fact | Doubt] = {}
        named = _normal(self.notice.heading)
        blocks = [pair for pair in enumerate(self.notice.blocks) if pair[0] in lists or _may_name(pair[1].text.text)]
        blocks.sort(key=lambda pair: _is_in(pair[1].text.text, named))
        for index, block in blocks:  # the lines of the title last: the text says of a document more than its name
            text = block.text.text
            under = (
                index > 0
                and text.lstrip(OUTER_MARKS).startswith("《")
                and BASIS.match(self.notice.blocks[index - 1].text.text)
            )
            for mention in lists.get(index) or (map(_rests_on, mentions(text)) if under else mentions(text)):
                for one in self._mentioned(block, mention):
                    by_key[_key(one) or f"#{len(by_key)}"] = one
        yield from by_key.values()

    def _mentioned(self, block: Block, mention: Mention) -> Iterator[Fact | Doubt]:
        name = _name(block, mention)
        if mention.garbled:
            yield block.doubt(
                *mention.garbled,
                "policies.number",
                "damaged_number",
            )
        earlier = mention.tie in {Tie.REPEALS, Tie.REVOKES} and mention.is_title and not mention.number
        if mention.role != HANDED_ON and not earlier and self._is_own(block, mention, name):
            return
        if mention.tie is Tie.ISSUES:
            self.issued.add(_normal(name))
            return
        stands_for = self._stands_for(name) if mention.is_title else None
        if stands_for is None:
            if mention.short:
                self.short[_normal(mention.short)] = (block, mention)
            self.named.append((block, mention))
        if mention.tie in {Tie.NAMES, Tie.ANSWERS}:
            return
        if stands_for is None and mention.is_title and not mention.number and len(name) <= 2 and name not in CODES:
            return
        yield from self._fact(block, mention, stands_for)

    def _fact(self, block: Block, mention: Mention, stands_for: tuple[Block, Mention] | None) -> Iterator[Fact]:
        where, named = stands_for or (block, mention)
        name = _name(where, named)
        party = where.party(Kind.POLICY, named.start, named.end)
        number = _printed(where, named.number) if named.number else None if named.is_title else name
        if mention.tie is Tie.CITES and len(name) > LONGEST_SHORT and not number and self._is_tail(_normal(name)):
            return
        keys = {f"{mention.tie}{_normal(name)}"} | ({f"{mention.tie}{_normal(number)}"} if number else set())
        better = mention.tie in {Tie.REPEALS, Tie.REVOKES} and number is not None  # the title gave no number
        if keys & self.seen and not (better and keys - self.seen and f"{mention.tie}{_normal(name)}" in self.seen):
            self.seen |= keys
            return
        self.seen |= keys
        yield Fact(
            relation=RELATIONS[mention.tie],
            subject=self.own,
            object=party,
            evidence=_evidence(block, mention, stands_for),
            rule=f"policies.{mention.tie}",
            role=mention.role,
            date=self.notice.dated,
            qualifiers=Qualifiers(number=number),
        )

    def _is_tail(self, normal: str) -> bool:
        """Whether a title is the end of one that was cited with its author: 《…意见》 after 《省委关于…意见》."""
        return any(key.endswith(normal) and len(key) > len(normal) + len(Tie.CITES) for key in self.seen)

    def _is_own(self, block: Block, mention: Mention, name: str) -> bool:
        """Whether a document named is the notice itself or one of its annexes."""
        normal = _normal(name)
        if mention.is_title and mention.number:  # an earlier document of the same title has a number of its own
            number = _normal(_printed(block, mention.number))
            if mention.tie in {Tie.REPEALS, Tie.REVOKES} and number != _normal(self.notice.number or ""):
                return False
        if not mention.is_title:
            own = _normal(self.notice.number or as_read(self.own))
            return bool(own) and normal.endswith(own)
        return any(
            normal == own
            or (own.endswith(normal) and len(normal) > LONGEST_SHORT and not CARRIES_OUT.search(own[: -len(normal)]))
            for own in self.issued
        )

    def _stands_for(self, name: str) -> tuple[Block, Mention] | None:
        """The document that a short title stands for: 《纲要》 as stated, 《通知》 for the last that ends so."""
        normal = _normal(name)
        if normal in self.short:
            return self.short[normal]
        if len(normal) <= LONGEST_SHORT:
            for block, mention in reversed(self.named[-6:]):
                full = _normal(_name(block, mention))
                if len(full) > len(normal) and full.endswith(normal):
                    return block, mention
        return None


def _may_name(text: str) -> bool:
    """Whether a line may name a document, and is not that of the own numbers."""
    return "《" in text or ("号" in text and not NUMBER_LINE.match(text))


def _rests_on(mention: Mention) -> Mention:
    """A document named under the heading 编制依据, where no verb says that the text rests on it."""
    is_named = mention.tie is Tie.NAMES and mention.is_title
    return replace(mention, tie=Tie.CITES, role="依据") if is_named else mention


def _key(found: Fact | Doubt) -> str | None:
    """What two facts share that say of one document that it ends."""
    if isinstance(found, Doubt) or found.relation is Relation.CITES or found.object is None:
        return None
    return f"{found.relation}{_normal(found.object.name)}"


def _evidence(block: Block, mention: Mention, stands_for: tuple[Block, Mention] | None) -> Evidence:
    left = mention.start if mention.verb is None else min(mention.verb, mention.start)
    right = max(mention.close, mention.end)
    where, named = stands_for or (block, mention)
    if where is block:
        left, right = min(left, named.start), max(right, named.close)
        start, end = block.text.span(left, min(right, len(block.text)))
        if end - start <= LONGEST_QUOTE:
            return block.evidence(left, min(right, len(block.text)), at=named.start)
    return where.evidence(named.start, named.end)


def _name(block: Block, mention: Mention) -> str:
    return block.party(Kind.POLICY, mention.start, mention.end).name


def _printed(block: Block, span: tuple[int, int]) -> str:
    return block.party(Kind.POLICY, *span).name


def _is_in(text: str, named: str) -> bool:
    """Whether a line is a part of a normal name; what it begins with is asked first, for most lines are not."""
    if text[:1] not in named and OUTER.match(text) is None:
        return False
    first = OUTER.sub("", text[:ASKED_FIRST])
    return first in named and _normal(text) in named


def _normal(name: str) -> str:
    return OUTER.sub("", fold(name))
