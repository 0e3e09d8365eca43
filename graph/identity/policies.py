"""Which numbers and titles are one document.

In:  nodes, one a printed number or title, with the further names that facts state (qualifiers.title, qualifiers.number).
Out: merges, and the number of each node, of which a cluster can bear one alone.

    新政规[2022]1号 = 新政规〔2022〕1号 = 区人民政府关于全面禁止燃放烟花爆竹的通告
    环境保护法 = 中华人民共和国环境保护法; a plan printed and distributed by a notice is the notice's
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from extract.facts import Fact, Kind, Relation
from extract.wording.reasons import Reason, reason
from graph.identity.clusters import Cluster
from graph.identity.merging import Merge, Node
from graph.ids import normal_name
from graph.jurisdictions import COUNTRY, UNKNOWN, scope
from graph.lexicon import any_of, word_entries

SAME_TITLE, STATED, ANNEX, LOCAL, TRIAL = 0.99, 0.98, 0.96, 0.93, 0.95
NUMBER = re.compile(r"^(?P<issuer>\D{1,16}?)[(]?(?P<year>(?:19|20)\d\d)[)]?(?:第)?(?P<serial>\d{1,4})号$")
ORDER = re.compile(r"^(?P<issuer>.{2,20}?)令?[(]?第?(?P<serial>\d{1,4})号[)]?令?$")
DISTRIBUTES = re.compile(
    rf"(?:关于)?(?:重新|修订)?(?:{any_of('names', 'distributes')})(?P<annex>.{{4,}}?)的(?:{any_of('names', 'annexed_by')}|函)$"
)
REPUBLIC = re.compile(r"^中华人民共和国")
TRIAL_MARK = re.compile(rf"\((?:{any_of('names', 'trial')}|20\d\d年(?:{any_of('names', 'revised')}|版|本)|20\d\d)\)$")
ISSUED_ABOUT = re.compile(r"^(?P<issuer>.{2,40}?)(?P<rest>关于.+)$")
TYPE_WORD = re.compile(
    rf"""
    ^(?:本|该)?(?:{any_of("names", "of_type")})?  # 本工作
    (?:{any_of("names", "document_type")}|法)$  # 纲要
    """,
    re.VERBOSE,
)


def number_of(name: str) -> str | None:
    """The normal form of a 文号 or of an order's number; None for a title: 新政发[2019]12号 → 新政发|2019|12."""
    normal = normal_name(name)
    match = NUMBER.match(normal)
    if match:
        return f"{match['issuer'].rstrip('(')}|{match['year']}|{int(match['serial'])}"
    order = ORDER.match(normal)
    if order and ("令" in normal or "公告" in normal):
        return f"{order['issuer']}|令|{int(order['serial'])}"
    return None


def annex_of(title: str) -> str | None:
    """The document that a title prints and distributes: 关于印发新洲区绿化工作方案的通知 → 新洲区绿化工作方案."""
    match = DISTRIBUTES.search(normal_name(title))
    return match["annex"] if match else None


def is_type_word(name: str) -> bool:
    """Whether a name only says what sort of document it is, and so means something in its notice alone: 《纲要》."""
    return TYPE_WORD.match(normal_name(name)) is not None


def title_key(title: str, own: str = UNKNOWN) -> tuple[str, str]:
    """Jurisdiction and wording by which two prints of a title are compared; the issuer's place counts, its form does not."""
    normal = normal_name(title)
    if REPUBLIC.match(normal):
        return COUNTRY, REPUBLIC.sub("", normal)
    if is_national(normal, own):
        return COUNTRY, ISSUED_ABOUT.sub(_without_issuer, normal)
    about = ISSUED_ABOUT.match(normal)
    if about:
        issuer = scope(about["issuer"], own)
        by_office = "办" if re.search(r"办公[室厅]|[府委]办$", about["issuer"]) else ""
        return issuer.code, f"{by_office}{about['rest']}"
    place = scope(normal, own)
    return place.code, place.rest.removeprefix("人民政府")


def is_national(title: str, own: str = UNKNOWN) -> bool:
    """Whether a title is that of a text of the whole country: 环境保护法, 信访工作条例, 国务院关于…; not 江汉省消防条例."""
    normal = TRIAL_MARK.sub("", normal_name(title))
    issuers, sorts = _national()
    if REPUBLIC.match(normal) or normal.startswith(issuers):
        return True
    return (re.search(r"[^办]法$", normal) is not None or normal.endswith(sorts)) and not scope(normal, own).stated


@cache
def _national() -> tuple[tuple[str, ...], tuple[str, ...]]:
    issuers, sorts = (
        tuple(word for entry in word_entries("national.toml", table) for word in entry.words)
        for table in ("issuer", "sort")
    )
    return issuers, sorts


def _without_issuer(about: re.Match[str]) -> str:
    by_office = "办" if re.search(r"办公[室厅]$", about["issuer"]) else ""
    return f"{by_office}{about['rest']}"


def merges_of_policies(
    nodes: Sequence[Node], own: Mapping[str, str], issued: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> tuple[list[Merge], dict[str, str]]:
    """Merges of policies and the number of each node. `own`: document → jurisdiction of its gazette.

    `issued`: the letters of a number → the jurisdictions whose gazettes issue under them. Where several do, as two counties
    that both write 云政办, one number is as many documents.
    """
    numbers: dict[str, str] = {}
    keys: dict[tuple[str, ...], list[tuple[Node, str, float]]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.id):
        number = number_of(node.printed)
        if number:
            numbers[node.id] = number
        for key, name, score in _keys(node, own):
            if key[0] == "number" and len(codes := issued.get(key[1].split("|")[0], ())) > 1:
                code = own.get(min(node.docs), UNKNOWN)
                key = (*key, code if code in codes else "")
            keys[key].append((node, name, score))
    merges = []
    for key in sorted(keys):
        same = keys[key]
        first = min(same, key=lambda row: (-row[2], row[0].id))
        for node, name, score in same:
            if node.id != first[0].id:
                low = min(score, first[2])
                merges.append(Merge(node.id, first[0].id, low, _reason(node, first[0], name, low)))
    merges += _short_titles(nodes)
    return merges, numbers


def letters_issued(facts: Iterable[Fact], own: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The letters of the numbers under which documents are issued → the jurisdictions of the gazettes that do."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        number = number_of(fact.object.name) if fact.relation is Relation.ISSUED else None
        if number:
            by_key[number.split("|")[0]].add(own.get(fact.evidence.doc, UNKNOWN))
    return {letters: frozenset(codes) for letters, codes in by_key.items()}


def letters_of(facts: Iterable[Fact]) -> frozenset[str]:
    """The letters of the numbers under which the documents of one jurisdiction are issued: 云政办."""
    return frozenset(letters_issued(facts, {}))


def rivals_of(letters: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Of the letters under which each jurisdiction issues, those that another one issues under as well."""
    often = Counter(one for some in letters.values() for one in some)
    return {code: frozenset(one for one in some if often[one] > 1) for code, some in letters.items()}


def told_apart(cluster: Cluster, rivals: frozenset[str]) -> Cluster:
    """The cluster of a document, its key with the jurisdiction's code where others issue under the same letters."""
    number = number_of(cluster.key) if cluster.kind is Kind.POLICY else None
    if number is None or number.split("|")[0] not in rivals:
        return cluster
    return replace(cluster, key=f"{cluster.jurisdiction}/{cluster.key}")


def _keys(node: Node, own: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """All names that a node goes by, as keys that another node may share, with how sure they are."""
    code = own.get(min(node.docs), UNKNOWN)
    for name, score in [(node.printed, SAME_TITLE), *((title, STATED) for title in sorted(node.titles))]:
        if is_type_word(name):
            continue
        number = number_of(name)
        if number:
            yield (("number", number), name, score)
            continue
        yield (("title", *title_key(name, code)), name, score)
        trial = TRIAL_MARK.sub("", normal_name(name))
        if trial != normal_name(name):
            yield (("title", *title_key(trial, code)), name, min(score, TRIAL))
        annex = annex_of(name)
        if annex:
            yield (("title", *title_key(annex, code)), annex, min(score, ANNEX))
            yield (("title", *title_key(TRIAL_MARK.sub("", annex), code)), annex, min(score, TRIAL))


def _reason(node: Node, other: Node, name: str, score: float) -> Reason:
    left, right = node.printed, other.printed
    if score == SAME_TITLE:
        return reason("one_title", a=left, b=right)
    if score == STATED:
        return reason("number_and_title", a=left, b=right, name=name)
    return reason("notice_distributes", a=left, b=right, name=name)


def _short_titles(nodes: Sequence[Node]) -> Iterator[Merge]:
    """《纲要》 in a notice → the one longer title of the same notice that ends so."""
    by_where: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for where in {mention.where for mention in node.mentions}:
            by_where[where].append(node)
    for node in nodes:
        if not node.where or not is_type_word(node.printed):
            continue
        word = normal_name(node.printed)
        full = [n for n in by_where[node.where] if n.id != node.id and n.normal.endswith(word) and not n.where]
        if len(full) == 1:
            why = reason("short_title", a=node.printed, b=full[0].printed)
            yield Merge(node.id, full[0].id, LOCAL, why)
