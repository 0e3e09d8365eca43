"""Bodies and zones that no fact names, but the running text of a document does, under two names.

In:  the texts, and the names that clusters bear already. Out: clusters without mentions; they enter no graph, only `zhize resolve`.

    …区消安委指导各街镇… …区消防安全委员会要每月… → 区消安委, 区消防安全委员会: a short form, the only body it fits
    …完善甲港空港综保区… …推动甲港空港综合保税区… → 甲港空港综保区, 甲港空港综合保税区: a zone's two endings
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from extract.facts import Kind
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, LEVELS, is_han
from extract.wording.reasons import reason
from graph.identity.aliases.texts import SHORT_NAME, Text
from graph.identity.bodies import SHORT
from graph.identity.clusters import Cluster, NameUse
from graph.identity.compare import body_name
from graph.identity.likeness import is_short_form
from graph.jurisdictions import UNKNOWN

FULL_NAME = re.compile(
    rf"""
    [{LEVELS}](?:(?<![{HAN}].)|(?<=[由在与和及向经报请对].))[{HAN}]{{3,14}}?  # 区某某某
    (?:委员会(?!办)|办公室|局(?!长|面)|中心)  # 委员会
    """,
    re.VERBOSE,
)
ZONES = (
    ("综保区", "综合保税区"),
    ("经开区", "经济技术开发区"),
    ("高新区", "高新技术产业开发区"),
    ("风景区", "风景名胜区"),
)
LEAST_STEM, LONGEST_STEM = 2, 12


def unnamed(texts: Sequence[Text], own: Mapping[str, str], known: Mapping[str, Collection[str]]) -> list[Cluster]:
    """The clusters of names that only the texts print; `known`: document → the names that clusters have there."""
    by_doc: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        by_doc[text.doc].append(text.folded)
    clusters: list[Cluster] = []
    for doc in sorted(by_doc):
        scope, taken = own.get(doc, UNKNOWN), known.get(doc, ())
        groups = [(names, Kind.DEPARTMENT) for names in _bodies(by_doc[doc], scope, taken)]
        groups += [(pair, Kind.PLACE) for pair in _zones("\n".join(by_doc[doc])) if pair[-1] not in taken]
        for group, kind in groups:
            full = group[-1]
            why = reason("short_in_text", a="、".join(group[:-1]), b=full)
            names = tuple(NameUse(name, (doc,)) for name in sorted(group))
            clusters.append(Cluster(f"{scope}/{full}/text/{doc}", kind, scope, full, names, (), SHORT, (why,)))
    return clusters


def _bodies(texts: Iterable[str], own: str, taken: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Names of one body, the fullest last: of one identity, and short forms that fit it alone."""
    printed = {match[0] for text in texts for pattern in (SHORT_NAME, FULL_NAME) for match in pattern.finditer(text)}
    names = {name: body_name(name, own) for name in printed if name not in taken and kind_of_body(name) is not None}
    taken_bodies = {body_name(name, own).identity for name in taken}
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, forms in names.items():
        if forms.identity not in taken_bodies:
            groups[forms.identity].add(name)
    for short in sorted(name for group in groups.values() for name in group):
        fits = {names[full].identity for full in names if is_short_form(names[short], names[full])}
        if len(fits) == 1 and names[short].identity in groups and (full := fits.pop()) in groups:
            groups[full] |= groups.pop(names[short].identity)
    for identity in sorted(groups):
        if len(groups[identity]) > 1:
            yield tuple(sorted(groups[identity], key=lambda name: (len(name), name)))


def _zones(text: str) -> Iterator[tuple[str, ...]]:
    """Zones that stand with the short and with the long ending; what both have before it is the name."""
    zones: set[tuple[str, str]] = set()
    for short, full in ZONES:
        for match in re.finditer(full, text):
            start = match.start()
            while match.start() - start < LONGEST_STEM and is_han(text[start - 1 : start]):
                if text[start - 1 : match.start()] + short not in text:
                    break
                start -= 1
            stem = text[start : match.start()]
            if len(stem) >= LEAST_STEM:
                zones.add((stem + short, stem + full))
    yield from sorted(zones)
