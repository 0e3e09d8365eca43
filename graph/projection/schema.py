"""The graph's schema: labels, relationship types, their properties and keys, constraints, and the version of all this.

    (:Official)-[:APPOINTED {fact_id, role, date, quote, …}]->(:Post)-[:OF]->(:Organization:Department)
    (:Organization)-[:LEADS {fact_id, role, quote, …}]->(:Item)-[:OF]->(:Task), (:Item)-[:IN]->(:Notice)

Kept for both stores (the sub-dialect): names are ASCII; the own key is `key`, for a relationship from a fact `fact_id`; never user
properties `id`, `title`, `type`, nor a keyword of Cypher; every node has a `name`. Bodies are merged by the general label alone
(Organization), and labelled Department, Street or Group afterwards. Besides the properties below every node and relationship
carries `scope` (the jurisdiction whose projection it is part of) and `digest` (stands for all its properties).
"""

from dataclasses import dataclass

SCHEMA_VERSION = 6
OWN = ("scope", "digest")  # on every node and relationship
MARK = "SchemaVersion"  # the one node that says what wrote this graph: key, name, version
MARK_KEY = "zhize"
KEYWORDS = frozenset(
    {"end", "limit", "with", "where", "exists", "count", "case", "when", "then", "and", "or", "match", "return", "skip"}
    | {"unwind", "id", "title", "type"}
)


# where an item or a figure stands in its document, and that document's day as printed
WHERE_PRINTED = ("dated_text", "file", "line", "span_start", "span_end", "document", "notice", "passage")


@dataclass(frozen=True, slots=True)
class NodeType:
    """One label: the properties beside `key`, and the second labels that its nodes may carry."""

    label: str
    properties: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeType:
    """One relationship type: its key property, its properties beside it, and the ends it may join."""

    type: str
    key: str
    properties: tuple[str, ...]
    ends: tuple[tuple[str, str], ...]


NODES = {
    node.label: node
    for node in (
        NodeType("Jurisdiction", ("name", "level")),
        NodeType("Official", ("name", "names", "members", "homonym", "score", "why")),
        NodeType(
            "Organization",
            (
                "name",
                "names",
                "names_first_seen",
                "names_last_seen",
                "members",
                "homonym",
                "score",
                "why",
                "kind",
                "category",
                "phone",
            ),
            kinds=("Department", "Street", "Group"),
        ),
        NodeType("Post", ("name", "body", "single_holder")),
        NodeType("Task", ("name", "measures", "year", "members", "score", "why")),
        NodeType(
            "Item",
            (
                "name",
                "number",
                "section",
                "annex",
                "subtitle",
                "deadline",
                "due",
                "due_said",  # by its own words, where it has no deadline
                "basis",
                "aggregates",
                "unnamed",
                "dated",
                *WHERE_PRINTED,
            ),
        ),
        NodeType("Project", ("name", "names", "members", "score", "why")),
        NodeType("Topic", ("name", "names", "members", "score", "why")),
        NodeType(
            "Policy",
            (
                "name",
                "names",
                "members",
                "score",
                "why",
                "number",
                "issuer_code",
                "year",
                "serial",
                "dated",
                "dated_text",
                "status",
            ),
        ),
        NodeType("Place", ("name",)),
        NodeType(
            "Figure",
            (
                "name",
                "indicator",
                "subject",  # the indicator without what says when and how far: 已完成新增造林 → 新增造林
                "quantity",
                "unit",
                "comparator",
                "bound",
                "amount",
                "period",
                "said",
                "quote",
                *WHERE_PRINTED,
            ),
        ),
        NodeType("Document", ("name", "file", "issue", "published", "url", "jurisdiction", "reading", "page_lines")),
        NodeType(
            "Notice", ("name", "number", "issuer", "dated", "dated_text", "page", "section", "span_start", "span_end")
        ),
        NodeType(
            "Finding",
            ("name", "kind", "status", "score", "why", "rule", "file", "line", "quote", "stated", "found", "mentions"),
        ),
    )
}

PLACE = ("role", "date", "date_text", "file", "line", "quote", "document", "notice", "passage")
EVIDENCE = (
    "role", "date", "date_latest", "date_text", "rule", "file", "line", "span_start", "span_end", "quote",
    "document", "notice", "passage",  # the keys of the nodes that the evidence stands in, and of the passage in the texts beside the graph
    "status_of_fact",  # right, corrected: what a person decided of the fact; absent if nobody did
)  # fmt: skip
VALIDITY = ("valid_from", "valid_to", "valid_basis", "last_confirmed")
PERSONNEL = ("tenure", "mode", "rank", "probation", "term", "effective")
ACTORS = ("Official", "Organization")
POST_HELD = (("Official", "Post"),)
ANSWERED_FOR = tuple((actor, what) for actor in ACTORS for what in ("Organization", "Topic", "Item", "Official"))
OF_ANSWER = (
    *VALIDITY,
    "deadline",
    "basis",
    "topic",
    "mode",
    "beside",  # the key of the body after which this one stands in brackets: 区政府办公室（区金融办）
    "named_at",  # where the name begins that is one of several: who answers for an item, what an official supervises
)


def _fact(kind: str, ends: tuple[tuple[str, str], ...], *more: str) -> EdgeType:
    return EdgeType(kind, "fact_id", EVIDENCE + more, ends)


EDGES = {
    edge.type: edge
    for edge in (
        _fact("APPOINTED", POST_HELD, *PERSONNEL),
        _fact("DISMISSED", POST_HELD, *PERSONNEL),
        _fact("TITLED", POST_HELD, *PERSONNEL),
        EdgeType(
            "HOLDS",
            "key",
            (
                "from_earliest",
                "from_latest",
                "to_earliest",
                "to_latest",
                "status",
                "capacity",
                "first_seen",
                "last_confirmed",
                "end_basis",
                "probation_to",
                "opened_by",
                "closed_by",
                "head_since",  # an open tenure of a deputy who is seen as head of the same body later
            ),
            POST_HELD,
        ),
        EdgeType(
            "SUCCEEDED",
            "key",
            ("post", "date", "gap_days", "organization", "new_tenure", "old_tenure"),
            (("Official", "Official"),),
        ),
        EdgeType("OF", "key", (), (("Post", "Organization"), ("Item", "Task"))),
        _fact("LEADS", ANSWERED_FOR, *OF_ANSWER),
        _fact("ASSISTS", ANSWERED_FOR, *OF_ANSWER),
        _fact("MEMBER_OF", tuple((actor, "Organization") for actor in ACTORS), *VALIDITY, "mode"),
        _fact("LIAISES", (("Official", "Organization"),), *VALIDITY, "topic", "named_at"),
        _fact("COVERS", (("Official", "Official"),), *VALIDITY),
        _fact("HOSTS", (("Organization", "Organization"),), *VALIDITY),
        _fact("PART_OF", (("Organization", "Organization"),), "phone", "address", "why"),
        _fact("LOCATED_AT", (("Organization", "Place"),), "phone"),
        _fact("ISSUED", (("Organization", "Policy"),)),
        _fact("CITES", (("Policy", "Policy"),), "number"),
        _fact("REPEALS", (("Policy", "Policy"),), "number"),
        _fact("REVOKES", (("Policy", "Policy"),), "number"),
        _fact("CONCERNS", (("Item", "Project"),)),
        _fact("REPORTED", (("Organization", "Item"),), "period", "status"),
        EdgeType("UNDER", "key", ("basis", "cites", *PLACE), (("Item", "Policy"),)),
        EdgeType("IN", "key", (), (("Item", "Notice"), ("Notice", "Document"))),
        EdgeType("HAS", "key", (), (("Item", "Figure"),)),
        EdgeType(
            "WITHIN",
            "key",
            (),
            (
                ("Jurisdiction", "Jurisdiction"),
                ("Organization", "Jurisdiction"),
                ("Official", "Jurisdiction"),
                ("Item", "Item"),  # a measure lies within the goal of its section
            ),
        ),
        EdgeType("ABOUT", "key", (), tuple(("Finding", label) for label in NODES)),
    )
}

LABEL_OF_KIND = {"department": "Department", "street": "Street", "group": "Group"}


def constraints() -> list[str]:
    """The DDL of all constraints: one node a key, one relationship a fact_id or key. The same text for both stores."""
    lines = [
        f"CREATE CONSTRAINT {label.lower()}_key IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE"
        for label in (*NODES, MARK)
    ]
    lines += [
        f"CREATE CONSTRAINT {edge.type.lower()}_{edge.key} IF NOT EXISTS FOR ()-[e:{edge.type}]-() REQUIRE e.{edge.key} IS UNIQUE"
        for edge in EDGES.values()
    ]
    return lines
