"""What resolution reads around the names: whose gazette it is, which aliases a text states, and what a cluster is called.

区行政审批局(区政务服务和大数据管理局,下同) → the two names are one body, stated
新洲区人民政府公报 without a manifest → 420117, from its issuers' names
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.facts import Fact, Kind, Relation
from extract.wording.reasons import Reason, reason
from graph.identity.clusters import BODIES, Cluster, NameUse
from graph.identity.compare import GROUP_ENDINGS, JOINERS, BodyName, Family, body_name
from graph.identity.keys import BODY, OFFICIAL, PLACE, POLICY, PROJECT, TASK, TOPIC, key_by_name, key_of
from graph.identity.merging import Group, Mention, Node
from graph.identity.officials import is_title
from graph.identity.policies import ANNEX, STATED, annex_of, is_national, number_of, title_key
from graph.ids import Documents, normal_name
from graph.jurisdictions import UNKNOWN, chain, named_place, of_masthead

FORM = 0.97
SORTS = {
    Kind.DEPARTMENT: BODY, Kind.STREET: BODY, Kind.GROUP: BODY, Kind.OFFICIAL: OFFICIAL, Kind.TASK: TASK,
    Kind.PROJECT: PROJECT, Kind.TOPIC: TOPIC, Kind.PLACE: PLACE, Kind.POLICY: POLICY,
}  # fmt: skip
BY_MENTION = {Kind.OFFICIAL, Kind.TASK}  # what a name alone does not tell apart
GENERIC_NAMES = {"办公室", "办", "委员会", "指挥部", "工作组", "领导小组", "专班", "中心", "公司", "局"}


def likely_jurisdictions(facts: Sequence[Fact], documents: Documents) -> dict[str, str]:
    """Document → the code of its jurisdiction: as the context says, else as the names of its issuers, else as its titles say."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        doc = fact.evidence.doc
        if documents.jurisdiction(doc) is None:
            for party in (fact.subject, fact.object):
                if party.kind in {Kind.DEPARTMENT, Kind.STREET}:
                    code = of_masthead(party.name)
                    if code is None and fact.relation is Relation.ISSUED:
                        code = named_place(party.name)
                    if code:
                        votes[doc][code] += 3 if fact.relation is Relation.ISSUED else 1
    by_key: dict[str, str] = {}
    for doc in sorted({fact.evidence.doc for fact in facts}):
        stated = documents.jurisdiction(doc)
        if not votes[doc]:
            titles = [notice.title for notice in documents.notices.get(doc, ()) if notice.title]
            votes[doc].update(code for title in titles if (code := of_masthead(title)) is not None)
        best = min(votes[doc], key=lambda code: (-votes[doc][code], code), default=UNKNOWN)
        by_key[doc] = stated or best
    return by_key


def generic_group(name: BodyName) -> bool:
    """Whether a group's name says nothing outside its notice: 领导小组, 工作专班, 试点工作领导小组."""
    bare = re.sub(
        r"^(?:试点|专项|推进|协调|全区|全市|全县|联合|临时|现场|各|该)+", "", name.function.replace("工作", "")
    )
    if not name.function or name.printed + name.ending in GENERIC_NAMES:
        return True
    return (name.ending in GROUP_ENDINGS and (not bare or len(name.function) <= 2)) or name.function in {
        "领导小",
        "专",
        "工作",
    }


def cluster_of_group(group: Group, by_id: Mapping[str, Node]) -> Cluster:
    """The cluster of a group of nodes: its name, its names with their documents and dates, its score and reasons."""
    nodes = [by_id[node] for node in group.nodes]
    mentions = [mention for node in nodes for mention in node.mentions]
    kinds = Counter(mention.kind for mention in mentions)
    kind = min(kinds, key=lambda k: (-kinds[k], k.value))
    codes = Counter(node.code for node in nodes for _ in node.mentions)
    code = min(codes, key=lambda c: (-codes[c], c))
    if kind is Kind.POLICY:
        titles = {_name([node], kind) for node in nodes}
        above = chain(code)[
            1:
        ]  # the documents of all that lie below know a text of the city, the province or the country by one key
        codes_stated = (title_key(title, code)[0] for title in titles)
        stated = {by for by, title in zip(codes_stated, titles, strict=True) if by in above or is_national(title, code)}
        code = min(stated, default=code)
    slips = {merge.left for merge in group.merges if merge.variant}
    sound = [node for node in nodes if node.id not in slips] or nodes
    name = _name_of_body(sound, [node for node in nodes if node.id in slips]) if kind in BODIES else _name(sound, kind)
    further = [row for node in nodes for row in _further(node, kind)]
    members = tuple(sorted({mention.id for mention in mentions}))
    return Cluster(
        key=_key(kind, code, nodes),
        kind=kind,
        jurisdiction=code,
        name=name,
        names=_names(nodes, kind),
        members=members,
        score=round(
            min([*(min(merge.score, 1.0) for merge in group.merges), *(score for score, _ in further)], default=1.0), 3
        ),
        why=tuple(sorted({merge.why for merge in group.merges} | {why for _, why in further})),
    )


def distinct(made: Mapping[tuple[str, ...], Cluster], by_id: Mapping[str, Node]) -> dict[tuple[str, ...], Cluster]:
    """The clusters, each with a key of its own: of several by one name the earliest keeps it, the others go by their first mention.

    Two counties' 云政办(2022)3号 both bear their jurisdiction before it.
    """
    bearers: dict[str, list[tuple[Mention, tuple[str, ...]]]] = defaultdict(list)
    for nodes, cluster in made.items():
        bearers[cluster.key].append((_earliest(by_id[node] for node in nodes), nodes))
    kept = dict(made)
    for key, several in bearers.items():
        for number, (first, nodes) in enumerate(sorted(several, key=lambda one: (one[0].since, one[0].id))):
            cluster = made[nodes]
            if len(several) > 1 and cluster.kind is Kind.POLICY:
                kept[nodes] = replace(cluster, key=f"{cluster.jurisdiction}/{key}")
            elif number:
                kept[nodes] = replace(cluster, key=key_of(cluster.jurisdiction, SORTS[cluster.kind], first.id))
    return kept


def _further(node: Node, kind: Kind) -> Iterator[tuple[float, Reason]]:
    """The reasons for names that no mention bears: what facts or texts state beside the mention."""
    for title in sorted(node.titles):
        if normal_name(title) == node.normal:
            continue
        if kind is Kind.POLICY:
            yield STATED, reason("further_title", a=node.printed, b=title)
        else:
            yield FORM, reason("prints_the_same", a=node.printed, b=title)
        annex = annex_of(title) if kind is Kind.POLICY else None
        if annex:
            yield ANNEX, reason("distributes", name=annex)


def _name(nodes: Sequence[Node], kind: Kind) -> str:
    printed: Counter[str] = Counter(mention.name for node in nodes for mention in node.mentions)
    if kind is Kind.POLICY:
        titles = sorted({title for node in nodes for title in node.titles} | set(printed))
        named = [title for title in titles if number_of(title) is None]
        return max(named or titles, key=lambda t: (len(normal_name(t)), t)).strip("《》")
    if kind is Kind.OFFICIAL:
        titled = Counter(mention.name for node in nodes for mention in node.mentions if mention.titled)
        return min(titled or printed, key=lambda n: (-titled[n], -printed[n], -len(n), n))
    if kind is Kind.TASK:
        return min(printed, key=lambda n: (-printed[n], -len(n), n))
    return _fullest(printed)


def _fullest(printed: Mapping[str, int]) -> str:
    plain = [name for name in printed if "(" not in normal_name(name)] or list(printed)
    return max(plain, key=lambda n: (len(JOINERS.sub("", normal_name(n))), printed[n], n))


def _name_of_body(sound: Sequence[Node], slips: Sequence[Node]) -> str:
    """The fullest name whose function is printed in full, in the ending that such names bear most often.

    区发改局, 区发展和改革局, 区发展和改革委员会 (once) → 区发展和改革局; a slip, an old name and their short forms are left out.
    """
    unsound = {body_name(node.printed, node.code).identity for node in slips}
    printed: Counter[str] = Counter()
    for node in sound:
        whole = body_name(node.printed, node.code)
        if whole.identity in unsound:
            continue
        printed.update(mention.name for mention in node.mentions)
        printed.update({title: 0 for title in node.titles if body_name(title, node.code).identity == whole.identity})
    if not printed:
        printed.update(mention.name for node in sound for mention in node.mentions)
    code = min(node.code for node in sound)
    said_by = {name: body_name(name, code) for name in printed if "(" not in normal_name(name)}
    if not said_by or any(whole.family is Family.STREET or whole.ending in GROUP_ENDINGS for whole in said_by.values()):
        return _fullest({name: count for name, count in printed.items() if count})
    longest = max(len(whole.printed) for whole in said_by.values())
    full = {name: whole for name, whole in said_by.items() if len(whole.printed) == longest}
    votes: Counter[tuple[str, bool]] = Counter()
    for name, whole in full.items():
        votes[whole.ending, whole.branch] += printed[name]
    best = max(votes, key=lambda ending: (votes[ending], bool(ending[0]), ending))
    return _fullest({name: printed[name] for name, whole in full.items() if (whole.ending, whole.branch) == best})


def _key(kind: Kind, code: str, nodes: Sequence[Node]) -> str:
    """The key by the earliest mention: by its name where a name says what it is of, else by its place."""
    first = _earliest(nodes)
    node = next(node for node in nodes if first in node.mentions)
    if kind is Kind.POLICY and not node.where:
        numbers = {normal_name(n) for one in nodes for n in (one.printed, *one.titles) if number_of(n) is not None}
        return min(numbers) if numbers else key_of(code, POLICY, *title_key(first.name, code))
    if kind in BY_MENTION or node.where:
        return key_of(code, SORTS[kind], first.id)
    return key_by_name(code, SORTS[kind], first.name)


def _earliest(nodes: Iterable[Node]) -> Mention:
    return min((mention for node in nodes for mention in node.mentions), key=lambda m: (m.since, m.id))


def _names(nodes: Iterable[Node], kind: Kind) -> tuple[NameUse, ...]:
    docs: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, set[str]] = defaultdict(set)
    nodes = list(nodes)
    if kind is Kind.OFFICIAL and not all(is_title(node.normal) for node in nodes):
        nodes = [node for node in nodes if not is_title(node.normal)]  # 区长 names the post, not the person
    for node in nodes:
        for mention in node.mentions:
            docs[mention.name].add(mention.doc)
            if mention.date:
                dates[mention.name].add(mention.date)
        for title, where in node.titles.items():
            docs[title] |= where
    if kind is Kind.POLICY:
        for name in list(docs):
            annex = annex_of(name)
            if annex:
                docs[annex] |= docs[name]
    return tuple(
        NameUse(name, tuple(sorted(docs[name])), min(dates[name], default=None), max(dates[name], default=None))
        for name in sorted(docs)
    )
