"""Further names that the texts print: quotations, items and titles beside the facts, and the passages where they are at hand.

In:  nodes (one a name that facts carry) and texts. Out: for a node the other forms of its name, with the documents that print them.

    fact: 区人民检察院; text: …区检察院… → 区检察院 is a further name of that body in that document
    text: 《…远景目标纲要》(以下简称《纲要》) → 纲要 is a further name of that policy
    text: 全区行政执法协调监督体系建设试点工作领导小组 in the notice that sets up 区街两级行政执法…试点工作领导小组 → a further name

Only forms of what facts name are looked for, and only forms that say the same (graph/identity/compare.py).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.facts import Context, Fact, ItemRecord, NoticeRecord, Passage
from extract.names.marks import HAN, LEVELS
from extract.wording.reasons import Reason, reason
from graph.identity.bodies import Body, is_local_short_form
from graph.identity.compare import GROUP_ENDINGS, BodyName, Family, body_name, wordings_of
from graph.identity.likeness import is_short_form
from graph.identity.merging import Node
from graph.identity.policies import number_of
from graph.ids import Documents, normal_name, normal_text
from graph.jurisdictions import COUNTRY, UNKNOWN, chain, jurisdiction, level_words, place_ends, scope
from graph.lexicon import any_of

ENDINGS_IN_FULL = {"委": ("委", "委员会"), "办": ("办", "办公室"), "局": ("局", "分局"), "中心": ("中心", "服务中心")}
LINE_BREAK = re.compile(r"\s*\n\s*")
COLUMN_GAP = re.compile(r"[^\S\n]+|\t")
SAYS_ALIAS = re.compile(f"{any_of('names', 'says_alias')}|挂|即|下同")  # without which no text states another name
BOARD = re.compile(
    r"\((?!以下|简称)[^()、,]{2,12}(?:办|局|委|中心|站|队|会)\)"
)  # 区政府办公室(金融办): printed as one name
STREET_FORMS = ("街", "街道", "街道办事处", "街办事处", "街道办")
TOWN_FORMS = ("镇", "镇人民政府", "镇政府")
TOWNSHIP_FORMS = ("乡", "乡人民政府", "乡政府")
STATED_ALIAS = re.compile(
    r"""(?P<before>[^()，,。；;、\s]{2,40})\(
    (?: (?:以下)?(?:统一)?简称:?(?P<short>[^()]{2,30}) | (?:加挂|挂|又称|即)(?P<board>[^()]{2,30}?)(?:的?牌子)? | (?P<same>[^()]{2,30}),下同 )
    \)""",
    re.VERBOSE,
)
HANGS = re.compile(r"(?P<before>[^()，,。；;、\s]{2,30}?)加挂(?P<board>[^()，,。；;、]{2,30}?)的?牌子")
TITLE_ALIAS = re.compile(
    r"""
    《(?P<title>[^《》]{4,80})》\s*(?:[（(〔][^（）()]{4,30}[）)〕])?\s*[（(]  # 《某某某…》 （某某某…） （
    (?:以下)?(?:统一)?简称[:：]?[“"《]*(?P<short>[^《》”"（）()]{2,30})[》”"]*  # 以下统一简称:“某某》
    [）)]  # ）
    """,
    re.VERBOSE,
)
PRINTED_NUMBER = re.compile(rf"[{HAN}]{{1,10}}[〔\[［【（(]\s*20\d\d\s*[〕\]］】）)]\s*\d{{1,4}}\s*号")
PRINTED_GROUP = re.compile(
    rf"""(?: ^ | (?<=[。;,，:(“\"]) | (?<=成立) | (?<=调整) | (?<=设立) | (?<=组建) | (?<=建立) )
    (?P<name> [{HAN}\d“”\"·]{{2,60}}? (?:{any_of("names", "group")}) ) (?!办公室)""",
    re.VERBOSE,
)
GROUP_WORD = re.compile(any_of("names", "group"))
GROUP_NAME = re.compile(rf"(?:工作)?(?P<type>{any_of('names', 'group')})$")
LEAD_WORDS = re.compile(rf"^.*(?:{any_of('names', 'leads_to_group')}|由|为|向|报|将)(?=.{{4}})")
GENERIC_FUNCTION = 4
LEAST_NAME = 4
LONG_FUNCTION = 8
SHORT_GROUP = 8
SHORT_NAME = re.compile(
    rf"""
    [区市县](?:(?<![{HAN}].)|(?<=[由在与和及向经报请对].))[{HAN}]{{2,4}}?  # 区某某
    (?:委(?!员|会)|办(?!公|事|法|理)|局(?!长|面))  # 委
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, order=True)
class Text:
    """One passage: its document, its notice (as Mention.where), as printed and folded."""

    doc: str
    where: str
    raw: str

    @cached_property
    def folded(self) -> str:
        """The passage in normal form."""
        return normal_text(self.raw)

    @property
    def pieces(self) -> list[str]:
        """The passage in normal form, divided where blanks divide columns; line breaks join."""
        return [normal_text(piece) for piece in COLUMN_GAP.split(LINE_BREAK.sub("", self.raw)) if piece]


def texts_of(
    facts: Sequence[Fact], context: Sequence[Context], passages: Sequence[Passage], documents: Documents
) -> tuple[Text, ...]:
    """All texts, each once, in a fixed order."""

    def where(doc: str, offset: int) -> str:
        notice = documents.notice(doc, offset)
        return f"{documents.sha256(doc)[:16]}#{notice.start if notice else ''}"

    made: set[Text] = set()
    for fact in facts:
        doc, here = fact.evidence.doc, where(fact.evidence.doc, fact.evidence.start)
        more = (fact.qualifiers.title, fact.qualifiers.topic, fact.object.name)
        made.update(Text(doc, here, text) for text in (fact.evidence.quote, *more) if text)
    for record in context:
        if isinstance(record, ItemRecord):
            texts = (record.text, *record.aggregates)
        elif isinstance(record, NoticeRecord):
            texts = tuple(text for text in (record.title, record.issuer) if text)
        else:
            continue
        made.update(Text(record.doc, where(record.doc, record.start), text) for text in texts)
    made.update(Text(passage.doc, where(passage.doc, passage.start), passage.text) for passage in passages)
    return tuple(sorted(made))


def further_names(bodies: Sequence[Body], texts: Sequence[Text], own: Mapping[str, str]) -> None:
    """Adds to the bodies' nodes the further names that the texts print."""
    by_doc: dict[str, list[Body]] = defaultdict(list)
    for body in sorted(bodies, key=lambda b: b.node.id):
        if not body.node.where:
            for doc in body.node.docs:
                by_doc[doc].append(body)
    of_doc: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        of_doc[text.doc].append(text.folded)
    for doc in sorted(by_doc):
        code = own.get(doc, "")
        forms: dict[str, Body] = {}
        for body in by_doc[doc]:
            for form in forms_of(body.name, code):
                forms.setdefault(form, body)
        known = {body.node.normal: body for body in by_doc[doc]}
        for form, body in _printed({**forms, **known}, of_doc[doc], code):
            if form not in known:
                body.node.titles.setdefault(form, set()).add(doc)
    _groups_without_work(by_doc, of_doc)
    _groups_in(bodies, texts, own)
    _short_forms_in(bodies, texts, own)


def _groups_without_work(by_doc: Mapping[str, Sequence[Body]], texts: Mapping[str, Sequence[str]]) -> None:
    """甲、乙工作联席会议 is printed as 甲、乙联席会议 too: 工作 before the ending comes and goes."""
    for doc, bodies in by_doc.items():
        whole = "\n".join(texts[doc])
        for body in bodies:
            ending = GROUP_NAME.search(body.node.normal)
            if ending is None or body.name.ending not in GROUP_ENDINGS or len(body.name.function) <= GENERIC_FUNCTION:
                continue
            stem = body.node.normal[: ending.start()]
            for form in (f"{stem}{ending['type']}", f"{stem}工作{ending['type']}"):
                if form != body.node.normal and form in whole:
                    body.node.titles.setdefault(form, set()).add(doc)


def _groups_in(bodies: Sequence[Body], texts: Sequence[Text], own: Mapping[str, str]) -> None:
    """Other names of a group: a long one anywhere in its document, a short one in a notice that names the group."""
    groups: dict[str, dict[tuple[str, ...], Body]] = defaultdict(dict)
    named_in: dict[str, dict[str, Body]] = defaultdict(dict)
    for body in sorted(bodies, key=lambda b: b.node.id):
        if body.name.ending in GROUP_ENDINGS and not body.node.where:
            for mention in body.node.mentions:
                groups[mention.doc].setdefault(body.name.identity, body)
                named_in[mention.where][body.node.id] = body
    spans = [
        (text, printed, body_name(printed, own.get(text.doc, "")))
        for text in texts
        if text.doc in groups
        if GROUP_WORD.search(text.folded)
        for piece in text.pieces
        for match in PRINTED_GROUP.finditer(piece)
        if len(printed := LEAD_WORDS.sub("", match["name"])) > GENERIC_FUNCTION
        and (len(printed) <= SHORT_GROUP or scope(printed, own.get(text.doc, "")).stated)
    ]
    for long in (True, False):
        for text, printed, name in spans:
            if (len(name.function) >= LONG_FUNCTION) is not long:
                continue
            near = groups[text.doc].values() if long else named_in[text.where].values()
            fits = [body for body in near if _names_group(name, body.name)]
            if len(fits) == 1:
                named_in[text.where][fits[0].node.id] = fits[0]
                if printed != fits[0].node.normal:
                    fits[0].node.titles.setdefault(printed, set()).add(text.doc)


def _names_group(name: BodyName, group: BodyName) -> bool:
    return (
        name.identity == group.identity or is_local_short_form(name, group) or is_local_short_form(group, name)
    ) and name.ending == group.ending


def _short_forms_in(bodies: Sequence[Body], texts: Sequence[Text], own: Mapping[str, str]) -> None:
    """Short forms that no list knows: 区消安委 in the document of 区消防安全委员会, if it fits no other body."""
    by_doc: dict[str, dict[tuple[str, ...], Body]] = defaultdict(dict)
    for body in sorted(bodies, key=lambda b: b.node.id):
        if not body.node.where:
            for doc in body.node.docs:
                by_doc[doc].setdefault(body.name.identity, body)
    for text in texts:
        for match in SHORT_NAME.finditer(text.folded):
            name = body_name(match[0], own.get(text.doc, ""))
            known = by_doc.get(text.doc, {})
            if name.identity in known:
                continue
            fits = [body for body in known.values() if is_short_form(name, body.name)]
            if len(fits) == 1:
                fits[0].node.titles.setdefault(match[0], set()).add(text.doc)


def _printed(forms: Mapping[str, Body], texts: Sequence[str], own: str) -> Iterator[tuple[str, Body]]:
    """The forms that stand in the texts, where no longer form of another body stands at the same place."""
    by_start: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        by_start[form[:2]].add(len(form))
    lengths = {start: sorted(span, reverse=True) for start, span in by_start.items()}
    starts = re.compile("|".join(map(re.escape, sorted(by_start)))) if by_start else re.compile(r"(?!)")
    seen: set[str] = set()
    for text in texts:
        for span in _overlapping(starts, text):
            ends = [span + length for length in lengths.get(text[span : span + 2], ()) if span + length <= len(text)]
            here = [form for end in ends if (form := text[span:end]) in forms]
            if not here:
                continue
            body = forms[here[0]]
            ended = place_ends(text, span, own) if here[0][0] in level_words() else frozenset()
            if ended and body.name.code not in ended:
                continue  # 区教育局 of another district
            end = span + len(here[0])
            if body.name.function in {"政府", "党委"} and text[end : end + 1] in {"办", "党", "督"}:
                continue
            board = BOARD.match(text, end)
            names = [here[0] + board[0]] if board else []
            names += [here[0]]
            names += [  # 甲街道 of 甲街道办事处, but no 甲街道办
                form for form in here[1:] if forms[form].name.family is Family.STREET and not form.endswith("办")
            ]
            for form in names:
                if form not in seen:
                    seen.add(form)
                    yield form, forms.get(form, body)


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    position = 0
    while (match := pattern.search(text, position)) is not None:
        yield match.start()
        position = match.start() + 1


def forms_of(name: BodyName, own: str) -> Iterator[str]:
    """The forms under which a gazette of `own` can print a body: 区检察院, 区人民检察院, 新洲区人民检察院 …"""
    if name.organ or name.branch:
        return
    for prefix in _prefixes(name.code, own):
        if name.family is Family.STREET and len(prefix) == 1:
            continue
        for form in _bare_forms(name):
            whole = prefix + form
            told = len(whole) > 2 and (prefix or name.family is Family.STREET)
            if told and body_name(whole, own).identity == name.identity:
                yield whole


def _prefixes(code: str, own: str) -> Iterator[str]:
    place = jurisdiction(code)
    yield ""
    if place is None or code == COUNTRY:
        return
    line = [jurisdiction(one) for one in chain(code)]
    names = [one.name for one in line if one is not None and one.code != COUNTRY]
    if code in chain(own):
        yield re.sub(rf".*(?=[{LEVELS}]$)", "", place.name)
    for length in range(1, len(names) + 1):
        yield "".join(reversed(names[:length]))


def _bare_forms(name: BodyName) -> Iterator[str]:
    if name.family is Family.STREET:
        if name.ending == "街":
            for ending in (*STREET_FORMS, *TOWN_FORMS, *TOWNSHIP_FORMS):
                yield name.function + ending
        return
    if name.function == "政府" and not name.ending:
        yield from ("政府", "人民政府")
        return
    if name.function == "党委" and not name.ending:
        yield "委"
        return
    for wording in sorted({*wordings_of(name.function), name.printed, "和".join(name.parts)}):
        for ending in ENDINGS_IN_FULL.get(name.ending, (name.ending,)):
            for infix in ("", "委", "政府", "人民政府"):
                yield f"{infix}{wording}{ending}"


def stated_aliases(texts: Sequence[Text], nodes: Sequence[Node]) -> list[tuple[str, str, Reason]]:
    """Pairs of body nodes that a text says are one, with the reason; an alias that no fact carries becomes a further name."""
    by_code: dict[str, dict[str, list[Node]]] = defaultdict(dict)
    by_doc: dict[str, dict[str, list[Node]]] = defaultdict(dict)
    for node in sorted(nodes, key=lambda n: n.id):
        by_code[node.code].setdefault(node.normal, []).append(node)
        for doc in node.docs:
            by_doc[doc].setdefault(node.normal, []).append(node)
    stated: dict[tuple[str, str], Reason] = {}
    for doc, alias, before, words in sorted(_statements(texts)):
        for right in _ending_in(before, by_doc[doc]):
            if right.where:
                continue
            if alias not in by_code[right.code] and len(alias) > GENERIC_FUNCTION:
                right.titles.setdefault(alias, set()).add(doc)
            for left in by_code[right.code].get(alias, ()):
                if left.id != right.id:
                    stated[left.id, right.id] = reason("text_states_it", words=words)
    return [(left, right, why) for (left, right), why in sorted(stated.items())]


def _statements(texts: Sequence[Text]) -> Iterator[tuple[str, str, str, str]]:
    for text in texts:
        if not SAYS_ALIAS.search(text.folded):
            continue
        for pattern in (STATED_ALIAS, HANGS):
            for match in pattern.finditer(text.folded):
                alias = next(v for k, v in match.groupdict().items() if k != "before" and v)
                yield text.doc, normal_name(alias).rstrip(",，"), match["before"], match[0]


def _ending_in(text: str, by_name: Mapping[str, list[Node]]) -> list[Node]:
    """The nodes of the longest name that a text ends in; a bare 办公室 is not a name."""
    for index in range(len(text) - LEAST_NAME + 1):
        if text[index:] in by_name:
            return by_name[text[index:]]
    return []


def further_names_of_policies(texts: Sequence[Text], nodes: Sequence[Node], own: Mapping[str, str]) -> None:
    """Adds to the policies' nodes their short titles and the bracket forms of their numbers that the texts print."""
    by_name: dict[tuple[str, str], list[Node]] = defaultdict(list)
    by_number: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.id):
        by_name[node.code, node.normal].append(node)
        for name in sorted({node.printed, *node.titles}):
            number = number_of(name)
            if number:
                by_number[node.code, number].append(node)
    for text in texts:
        at_home = own.get(text.doc, UNKNOWN)
        for match in TITLE_ALIAS.finditer(re.sub(r"\s+", "", text.raw)):
            for node in by_name.get((at_home, normal_name(match["title"])), ())[:1]:
                node.titles.setdefault(match["short"], set()).add(text.doc)
        for match in PRINTED_NUMBER.finditer(text.raw):
            printed = re.sub(r"\s+", "", match[0])
            for index in range(len(printed) - 8):
                nodes_here = by_number.get((at_home, number_of(printed[index:]) or ""), ())
                if nodes_here:
                    nodes_here[0].titles.setdefault(printed[index:], set()).add(text.doc)
                    break
