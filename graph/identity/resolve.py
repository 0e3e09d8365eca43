"""Facts → clusters: which mentions are one official, one body, one policy, one task.

In:  facts, their context, the judgements of people. Out: a Resolution.

    区发改局 (line 441) and 区发展和改革局 (line 1327) of one jurisdiction → one cluster, score 0.98,
    reason("standard_short_form", a="区发改局", b="区发展和改革局")

Judgements come first, then scores; what is likely but not settled is a Proposal. The result depends on the set of facts alone,
not on their order nor on how they were divided into builds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from extract.facts import Context as Record
from extract.facts import Fact, ItemRecord, Kind, Party, Passage, Relation
from extract.wording.reasons import reason
from graph.identity.aliases.maybe import perhaps_one
from graph.identity.aliases.project_names import further_names_of_projects, places_of
from graph.identity.aliases.stated import cluster_of_group, distinct, generic_group, likely_jurisdictions
from graph.identity.aliases.texts import (
    further_names,
    further_names_of_policies,
    stated_aliases,
    texts_of,
)
from graph.identity.aliases.unnamed import unnamed
from graph.identity.bodies import Body, Proposed, merges_of_bodies
from graph.identity.clusters import BODIES, Cluster, Proposal, Resolution, resolution
from graph.identity.compare import Family, body_name
from graph.identity.items import (
    Context,
    merges_in_one_item,
    merges_of_projects,
    place_key,
    topic_key,
)
from graph.identity.merging import INSIDE, JUDGED, Group, Mention, Merge, Node, joined
from graph.identity.officials import Career, Post, merges_of_officials
from graph.identity.parts import names_of_wholes, parts_by_name, parts_inside, wholes_of
from graph.identity.policies import is_type_word, letters_issued, merges_of_policies, told_apart
from graph.identity.tasks import Answer, merges_of_tasks, runs_of, task_key
from graph.ids import Documents, in_order, mention_id, normal_item, normal_name
from graph.jurisdictions import UNKNOWN
from graph.keeping.judgements import Decision, Judgements

NO_JUDGEMENTS = Judgements()
NO_DAY = "9999"
LEADING = {"政府", "党委", "人民代表大会常务委员会", "政协"}
OF_ITEMS = {Relation.LEADS, Relation.ASSISTS, Relation.REPORTED}
OF_POSTS = {Relation.APPOINTED, Relation.DISMISSED, Relation.HOLDS}


def resolve(
    facts: Sequence[Fact],
    context: Sequence[Record] = (),
    judgements: Judgements = NO_JUDGEMENTS,
    passages: Sequence[Passage] = (),
    rivals: frozenset[str] = frozenset(),
) -> Resolution:
    """All mentions of the facts, each in one cluster. The facts are taken as they are: apply judgements about facts first.

    `passages`, where they are at hand, only add names that the running text prints and aliases that it states. `rivals`: letters of
    document numbers under which the gazettes of others, which are not among these, issue as well.
    """
    return _Work(facts, context, judgements, passages, rivals).done()


class _Work:
    """One resolution on its way; the order of its steps is the order of its methods."""

    def __init__(
        self,
        facts: Sequence[Fact],
        context: Sequence[Record],
        judgements: Judgements,
        passages: Sequence[Passage],
        rivals: frozenset[str],
    ) -> None:
        self.rivals = rivals
        self.documents = Documents.of(context)
        self.facts = in_order(facts)
        self.texts = texts_of(self.facts, context, passages, self.documents)
        self.judgements = judgements.renamed(self.documents.former_mentions(self.facts))
        self.own = likely_jurisdictions(self.facts, self.documents)
        self.items = {
            mention_id(self.documents.sha256(record.doc), record.start, record.end, Kind.TASK): record
            for record in context
            if isinstance(record, ItemRecord)
        }
        self.wholes = wholes_of(self.facts, self.items, self.documents, self.own)
        self.whole_names = names_of_wholes(self.wholes.values())
        self.mentions: dict[str, Mention] = {}
        self.clusters: list[Cluster] = []
        self.proposals: list[Proposal] = []
        self.key_of: dict[str, str] = {}
        for fact in self.facts:
            for party in (fact.subject, fact.object):
                mention = self._mention(fact, party)
                known = self.mentions.setdefault(mention.id, mention)
                if mention.titled and not known.titled:
                    self.mentions[mention.id] = replace(known, titled=True)

    def done(self) -> Resolution:
        """Bodies first, for officials are told apart by the bodies they serve; then the rest."""
        bodies = self._bodies()
        parts = [*parts_by_name(bodies, self.key_of).values(), *parts_inside(bodies, self.wholes, self.key_of)]
        self._policies()
        self._items(bodies)
        self._officials({part.part: part.whole for part in parts})
        known: dict[str, set[str]] = defaultdict(set)
        for cluster in self.clusters:
            for use in cluster.names:
                for doc in use.docs:
                    known[doc].add(normal_name(use.name))
        text_only = unnamed(self.texts, self.own, known)
        return resolution(self.clusters, self.proposals, parts, self.documents, text_only)

    def _mention(self, fact: Fact, party: Party) -> Mention:
        doc = fact.evidence.doc
        notice = self.documents.notice(doc, fact.evidence.start)
        where = f"{self.documents.sha256(doc)[:16]}#{notice.start if notice else ''}"
        titled = party.kind is Kind.OFFICIAL and fact.relation in OF_POSTS
        since = self.documents.published(doc) or fact.date or NO_DAY
        member = self.documents.mention_of(fact, party)
        return Mention(member, party.kind, party.name, doc, where, fact.date, titled, since)

    def _nodes(self, kinds: Iterable[Kind], key: Callable[[Mention], tuple[str, str, str]]) -> list[Node]:
        nodes: dict[tuple[str, str, str], Node] = {}
        wanted = set(kinds)
        for mention in self.mentions.values():
            if mention.kind in wanted:
                known_by = key(mention)
                nodes.setdefault(known_by, Node(*known_by)).mentions.append(mention)
        return [node.named() for node in self._split(list(nodes.values()))]

    def _split(self, nodes: list[Node]) -> list[Node]:
        """Takes a mention out of its node where a person said that it is not the same as another of that node."""
        for judgement in self.judgements.pairs(Decision.NOT_SAME):
            for node in list(nodes):
                ids = {mention.id for mention in node.mentions}
                if set(judgement.about) <= ids:
                    out = judgement.about[1]
                    taken = [m for m in node.mentions if m.id == out]
                    node.mentions = [m for m in node.mentions if m.id != out]
                    nodes.append(Node(node.code, node.normal, f"{node.where}!{out}", taken))
        return nodes

    def _finish(
        self,
        nodes: Sequence[Node],
        merges: Sequence[Merge],
        proposals: Sequence[Proposed] = (),
        apart: Iterable[tuple[str, str]] = (),
        only_one: Mapping[str, str] | None = None,
        refused_too: bool = True,
    ) -> None:
        """Judgements, then merges → clusters and proposals of these nodes."""
        node_of = {mention.id: node.id for node in nodes for mention in node.mentions}
        ids = sorted({node.id for node in nodes})
        judged, barred = self._judged(node_of)
        first, _ = joined(ids, judged, barred)
        together = {node: number for number, group in enumerate(first) for node in group.nodes}
        keep = [(a, b) for a, b in apart if together[a] != together[b]]
        groups, refused = joined(ids, [*judged, *merges], [*barred, *keep], only_one)
        by_id = {node.id: node for node in nodes}
        made = {group.nodes: self._with_whole(cluster_of_group(group, by_id), group, by_id) for group in groups}
        made = {nodes: told_apart(one, self.rivals) for nodes, one in distinct(made, by_id).items()}
        names: dict[tuple[str, str], int] = defaultdict(int)
        for cluster in made.values():
            names[cluster.jurisdiction, normal_name(cluster.name)] += 1
        cluster_at: dict[str, Cluster] = {}
        for group in groups:
            cluster = made[group.nodes]
            if cluster.kind is not Kind.TASK and names[cluster.jurisdiction, normal_name(cluster.name)] > 1:
                cluster = cluster.as_homonym()
            self.clusters.append(cluster)
            for node in group.nodes:
                cluster_at[node] = cluster
            for member in cluster.members:
                self.key_of[member] = cluster.key
        maybe = list(proposals)
        if refused_too:
            maybe += [Proposed(m.left, m.right, min(m.score, 0.5), m.why) for m in refused]
        self._propose(maybe, cluster_at, {*barred})

    def _with_whole(self, cluster: Cluster, group: Group, by_id: Mapping[str, Node]) -> Cluster:
        """The cluster, called by its body's name too where that name is printed beside no mention: 县税务局信息中心."""
        nodes = [by_id[node] for node in group.nodes]
        wholes = [self.wholes.get(mention.id) for node in nodes for mention in node.mentions if node.inside]
        names = {self.whole_names[whole.name.identity] for whole in wholes if whole is not None}
        if not names or not all(node.inside for node in nodes):
            return cluster
        return replace(cluster, name=max(names, key=lambda name: (len(name), name)) + cluster.name)

    def _judged(self, node_of: Mapping[str, str]) -> tuple[list[Merge], list[tuple[str, str]]]:
        merges, barred = [], []
        for judgement in self.judgements.pairs(Decision.SAME):
            left, right = (node_of.get(mention) for mention in judgement.about)
            if left and right and left != right:
                code = "decided_because" if judgement.why else "decided"
                why = reason(code, who=judgement.who, day=judgement.when[:10], why=judgement.why)
                merges.append(Merge(left, right, JUDGED, why))
        for judgement in self.judgements.pairs(Decision.NOT_SAME):
            left, right = (node_of.get(mention) for mention in judgement.about)
            if left and right and left != right:
                barred.append((left, right))
        return merges, barred

    def _propose(
        self, proposals: Sequence[Proposed], cluster_at: Mapping[str, Cluster], barred: set[tuple[str, str]]
    ) -> None:
        said_no = {frozenset(cluster_at[node].key for node in pair) for pair in barred}
        best: dict[frozenset[str], Proposal] = {}
        for proposed in proposals:
            left, right = cluster_at[proposed.left], cluster_at[proposed.right]
            pair = frozenset((left.key, right.key))
            if len(pair) < 2 or pair in said_no:
                continue
            a, b = sorted((left, right), key=lambda c: c.key)
            about = tuple(sorted((a.members[0], b.members[0])))
            proposal = Proposal(a.key, b.key, (about[0], about[1]), a.kind, proposed.score, proposed.why)
            if pair not in best or (-proposal.score, proposal.why) < (-best[pair].score, best[pair].why):
                best[pair] = proposal
        self.proposals += best.values()

    def _bodies(self) -> list[Body]:
        def key(mention: Mention) -> tuple[str, str, str]:
            name = body_name(mention.name, self.own.get(mention.doc, UNKNOWN))
            where = mention.where if generic_group(name) else ""
            if mention.id in self.wholes:
                whole = self.wholes[mention.id]
                where = whole.where if whole else INSIDE + mention.where
            return name.code, normal_name(mention.name), where

        nodes = self._nodes(BODIES, key)
        bodies = [Body(node, body_name(node.printed, self._home(node))) for node in nodes]
        node_of = {mention.id: node.id for node in nodes for mention in node.mentions}
        lists: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            subject, obj = self.documents.mention_of(fact, fact.subject), self.documents.mention_of(fact, fact.object)
            if fact.subject.kind in BODIES and fact.object.kind in {Kind.TASK, Kind.GROUP}:
                lists[node_of[subject]].add(f"{fact.evidence.doc}:{obj}")
            elif fact.object.kind in BODIES and fact.relation in {Relation.LEADS, Relation.LIAISES}:
                lists[node_of[obj]].add(f"{fact.evidence.doc}:{fact.relation}:{fact.subject.name}:{fact.evidence.line}")
        stated = stated_aliases(self.texts, nodes)
        further_names(bodies, self.texts, self.own)
        frozen = {node: frozenset(names) for node, names in lists.items()}
        merges, proposals, apart = merges_of_bodies(bodies, frozen, stated)
        quotes: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            for party in (fact.subject, fact.object):
                if party.kind in BODIES:
                    quotes[node_of[self.documents.mention_of(fact, party)]].add(fact.evidence.quote)
        self._finish(nodes, merges, [*proposals, *perhaps_one(bodies, quotes, frozen)], apart)
        return bodies

    def _home(self, node: Node) -> str:
        """The jurisdiction in whose gazettes a node stands: its prefix means the same in all of them."""
        return self.own.get(min(node.docs), UNKNOWN)

    def _policies(self) -> None:
        def key(mention: Mention) -> tuple[str, str, str]:
            where = mention.where if is_type_word(mention.name) else ""
            return self.own.get(mention.doc, UNKNOWN), normal_name(mention.name), where

        nodes = self._nodes([Kind.POLICY], key)
        node_of = {mention.id: node for node in nodes for mention in node.mentions}
        for fact in self.facts:
            for more in (fact.qualifiers.title, fact.qualifiers.number):
                if fact.object.kind is Kind.POLICY and more:
                    node = node_of[self.documents.mention_of(fact, fact.object)]
                    node.titles.setdefault(more, set()).add(fact.evidence.doc)
        further_names_of_policies(self.texts, nodes, self.own)
        merges, numbers = merges_of_policies(nodes, self.own, letters_issued(self.facts, self.own))
        self._finish(nodes, merges, only_one=numbers)

    def _items(self, bodies: Sequence[Body]) -> None:
        stems = frozenset(body.name.function for body in bodies if body.name.family is Family.STREET)

        def at(mention: Mention) -> str:
            return self.own.get(mention.doc, UNKNOWN)

        tasks = self._nodes([Kind.TASK], lambda m: (at(m), task_key(m.name), m.id))
        answers = self._answers(tasks)
        self._finish(tasks, *merges_of_tasks(tasks, answers), refused_too=False)
        projects = self._nodes([Kind.PROJECT], lambda m: (at(m), normal_name(m.name), ""))
        further_names_of_projects(self.texts, projects, places_of(bodies, self.own), self.own)
        again = merges_in_one_item(projects, self._contexts(projects, answers))
        self._finish(projects, [*merges_of_projects(projects, stems), *again])
        self._finish(self._nodes([Kind.TOPIC], lambda m: (at(m), topic_key(m.name), "")), [])
        self._finish(self._nodes([Kind.PLACE], lambda m: (at(m), place_key(m.name, at(m)), "")), [])

    def _answers(self, tasks: Sequence[Node]) -> dict[str, Answer]:
        """Node of a print → the bodies that answer for it, and the list that it stands in."""
        leads: dict[str, set[str]] = defaultdict(set)
        units: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            if fact.object.kind is Kind.TASK and fact.subject.kind in BODIES and fact.relation in OF_ITEMS:
                task, unit = self.documents.mention_of(fact, fact.object), self._key(fact, fact.subject)
                units[task].add(unit)
                if fact.relation is Relation.LEADS:
                    leads[task].add(unit)
        runs = runs_of(self.items)
        answers: dict[str, Answer] = {}
        for node in tasks:
            mention = node.mentions[0]
            lead, all_units = (frozenset(some[mention.id]) for some in (leads, units))
            record = self.items.get(mention.id)
            annex, basis = (record.annex or "", record.basis or "") if record else ("", "")
            answers[node.id] = Answer(
                lead, all_units, f"{mention.where}/{annex}", runs.get(mention.id, 0), normal_item(basis)
            )
        return answers

    def _contexts(self, projects: Sequence[Node], answers: Mapping[str, Answer]) -> dict[str, list[Context]]:
        """Node of a project → the items that name it."""
        node_of = {mention.id: node.id for node in projects for mention in node.mentions}
        contexts: dict[str, list[Context]] = defaultdict(list)
        for fact in self.facts:
            if fact.relation is Relation.CONCERNS:
                project = self.documents.mention_of(fact, fact.object)
                answer = answers[self.documents.mention_of(fact, fact.subject)]
                around = normal_item(fact.subject.name).replace(normal_item(fact.object.name), "□")
                contexts[node_of[project]].append(Context(around, answer.units, answer.place))
        return contexts

    def _officials(self, whole_of: Mapping[str, str]) -> None:
        code_of = self._codes_of_officials()
        nodes = self._nodes(
            [Kind.OFFICIAL],
            lambda m: (code_of.get(m.id, self.own.get(m.doc, UNKNOWN)), normal_name(m.name), f"{m.where}@{m.date}"),
        )
        careers = {node.id: Career(node) for node in nodes}
        node_of = {mention.id: node.id for node in nodes for mention in node.mentions}
        units, leads = self._answering()
        for fact in self.facts:
            for party, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
                if party.kind is not Kind.OFFICIAL:
                    continue
                career = careers[node_of[self.documents.mention_of(fact, party)]]
                if other.kind is Kind.TASK:
                    task, print_of = self._key(fact, other), self.documents.mention_of(fact, other)
                    career.items.add(task)
                    career.units |= units[task]
                    career.prints.add(print_of)
                    career.led.update(leads[print_of])
                elif fact.relation in OF_POSTS and other.kind in BODIES:
                    body = self._key(fact, other)
                    career.posts.add(
                        Post(
                            whole_of.get(body, body),
                            other.name,
                            fact.role or "",
                            fact.relation,
                            fact.date,
                            body_name(other.name, self.own.get(fact.evidence.doc, UNKNOWN)).function in LEADING,
                        )
                    )
                elif fact.relation is Relation.LEADS and other.kind in {Kind.DEPARTMENT, Kind.STREET}:
                    career.charge.add(self._key(fact, other))
                elif other.kind is Kind.GROUP:
                    career.lists.add(f"{fact.evidence.doc}:{self._key(fact, other)}:{career.node.where}")
        merges, proposals, apart = merges_of_officials(list(careers.values()))
        self._finish(nodes, merges, proposals, apart)

    def _answering(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """Which bodies answer for each task, and which lead each print of one."""
        units: dict[str, set[str]] = defaultdict(set)
        leads: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            if fact.object.kind is Kind.TASK and fact.subject.kind in BODIES:
                units[self._key(fact, fact.object)].add(self._key(fact, fact.subject))
                if fact.relation is Relation.LEADS:
                    leads[self.documents.mention_of(fact, fact.object)].add(self._key(fact, fact.subject))
        return units, leads

    def _codes_of_officials(self) -> dict[str, str]:
        """Mention of an official → the jurisdiction of the bodies that the notice says it serves; the gazette's own first."""
        by_key = {cluster.key: cluster for cluster in self.clusters}
        codes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        spots: dict[str, tuple[str, str, str]] = {}
        for fact in self.facts:
            if fact.subject.kind is not Kind.OFFICIAL:
                continue
            mention = self.mentions[self.documents.mention_of(fact, fact.subject)]
            spot = (mention.where, normal_name(mention.name), str(mention.date))
            spots[mention.id] = spot
            if fact.relation in OF_POSTS:
                codes[spot].add(by_key[self._key(fact, fact.object)].jurisdiction)
        code_of: dict[str, str] = {}
        for member, spot in spots.items():
            if codes[spot]:
                own = self.own.get(self.mentions[member].doc, UNKNOWN)
                code_of[member] = own if own in codes[spot] else min(codes[spot])
        return code_of

    def _key(self, fact: Fact, party: Party) -> str:
        return self.key_of[self.documents.mention_of(fact, party)]
