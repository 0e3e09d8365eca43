"""Which mentions of a name are one official.

In:  nodes, one a name, notice and date, with the posts and items that the facts give them. Out: merges and proposals.

    霍佑玲 副局长 of 区发展和改革局 in two issues → one, the same body
    陈勇 副主任 of a street (2022-04-11), 陈勇 队长 of a law-enforcement brigade (appointed 2022-04-25) → possible, for a person to decide
    张晓菡, 张晓茵: a look-alike character, and the same item printed again → one; 姚胜军, 姚胜明 → two

The same name in another jurisdiction is another person. A name of two characters is borne by many: it needs more than fitting dates.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import combinations

from extract.facts import Relation
from extract.wording.reasons import Reason, reason
from graph.identity.bodies import Proposed
from graph.identity.merging import Merge, Node
from graph.lexicon import any_of, look_alike, word_entries

SAME_POST, SAME_BODY, MOVED, CAREER, UNTITLED, MISREAD, IN_PLACE, HOLDER = 0.98, 0.97, 0.94, 0.9, 0.92, 0.91, 0.88, 0.95
POSSIBLE = 0.6
BEFORE_TITLE = re.compile(rf"^(?:代|副|{any_of('names', 'deputy_of_rank')})")
MOVE_DAYS = 120
COMMON_LENGTH = 2
LEAST_OVER, AHEAD = 5, 2  # items of one body over which one official stands, and how far ahead of the next one


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A post that a fact gives an official."""

    body: str  # cluster key
    body_name: str
    post: str
    relation: Relation
    date: str | None
    leading: bool = False  # a post of the government, the Party committee, the congress or the conference itself


@dataclass(slots=True)
class Career:
    """What the facts say of the official of one node."""

    node: Node
    posts: set[Post] = field(default_factory=set)
    items: set[str] = field(default_factory=set)  # keys of the tasks that name the official
    units: set[str] = field(default_factory=set)  # keys of the bodies that answer for the same items
    led: Counter[str] = field(
        default_factory=Counter
    )  # bodies that lead items in a list where the official stands over them
    prints: set[str] = field(default_factory=set)  # the prints of items over which the official stands
    charge: set[str] = field(default_factory=set)  # keys of the bodies that the official leads in a division of work
    lists: set[str] = field(default_factory=set)  # the groups and lists in which the official stands


def merges_of_officials(careers: Sequence[Career]) -> tuple[list[Merge], list[Proposed], list[tuple[str, str]]]:
    """Merges, proposals and pairs that must stay apart."""
    by_name: dict[str, list[Career]] = defaultdict(list)
    by_code: dict[str, dict[str, list[Career]]] = defaultdict(lambda: defaultdict(list))
    for career in sorted(careers, key=lambda c: c.node.id):
        by_name[career.node.normal].append(career)
        by_code[career.node.code][career.node.normal].append(career)
    merges: list[Merge] = []
    proposals: list[Proposed] = []
    for name in sorted(name for name in by_name if not is_title(name)):
        more, maybe = _of_one_name(by_name[name])
        merges += more
        proposals += maybe
    apart = list(_listed_together(careers))
    for code in sorted(by_code):
        merges += _holders_of_titles(by_code[code])
        merges += _misread(by_code[code])
        merges += _in_the_place_of(by_code[code])
    return merges, proposals, apart


def _of_one_name(careers: Sequence[Career]) -> tuple[list[Merge], list[Proposed]]:
    merges: list[Merge] = []
    proposals: list[Proposed] = []
    by_code: dict[str, list[Career]] = defaultdict(list)
    by_doc: dict[str, dict[str, Career]] = defaultdict(dict)
    for career in careers:
        by_code[career.node.code].append(career)
        for doc in career.node.docs:
            by_doc[doc][career.node.id] = career
    for group in by_code.values():
        for left, right in combinations([c for c in group if c.posts], 2):
            score, why = _likeness(left, right)
            if score >= CAREER:
                merges.append(Merge(left.node.id, right.node.id, score, why))
            else:
                proposals.append(Proposed(left.node.id, right.node.id, score, why))
    for career in careers:
        if not career.posts:
            beside = {node: other for doc in career.node.docs for node, other in by_doc[doc].items()}
            near = [beside[node] for node in sorted(beside) if node != career.node.id]
            far = [c for c in by_code[career.node.code] if c.node.id not in beside]
            more, maybe = _of_untitled(career, near, far)
            merges += more
            proposals += maybe
    return merges, proposals


def _likeness(left: Career, right: Career) -> tuple[float, Reason]:
    name = left.node.printed
    same_post = sorted({(p.body_name, p.post) for p in left.posts if any(_same_post(p, q) for q in right.posts)})
    if same_post:
        return SAME_POST, reason("same_post", name=name, post=same_post[0][1], body=same_post[0][0])
    shared = sorted({p.body_name for p in left.posts if any(p.body == q.body for q in right.posts)})
    if shared:
        return SAME_BODY, reason("same_body", name=name, body=shared[0])
    led = sorted(
        p.body_name for one, other in ((left, right), (right, left)) for p in one.posts if p.body in other.charge
    )
    if led:
        return SAME_BODY, reason("leads_its_body", name=name, body=led[0])
    move = _move(left, right) or _move(right, left)
    if move:
        gone, come = ({"body": post.body_name, "day": post.date} for post in move)
        why = reason("moved", name=name, left=gone["day"], body=gone["body"], joined=come["day"], body2=come["body"])
        return MOVED, why
    a, b = _first(left), _first(right)
    posts = {
        "post": a.post,
        "body": a.body_name,
        "day": _day(a),
        "post2": b.post,
        "body2": b.body_name,
        "day2": _day(b),
    }
    if len(name) <= COMMON_LENGTH:
        return POSSIBLE, reason("two_characters", name=name, **posts)
    if _interleaved(left, right):
        return POSSIBLE, reason("dates_between", name=name, **posts)
    return CAREER, reason("dates_follow", name=name, **posts)


def _day(post: Post) -> Reason | str:
    return post.date or reason("no_date")


def _same_post(left: Post, right: Post) -> bool:
    return left.body == right.body and left.post == right.post


def _first(career: Career) -> Post:
    return min(career.posts, key=lambda p: (p.date or "9999", p.body, p.post))


def _move(left: Career, right: Career) -> tuple[Post, Post] | None:
    """A dismissal on the one side and an appointment on the other that lie close together."""
    for gone in sorted(p for p in left.posts if p.relation is Relation.DISMISSED):
        for come in sorted(p for p in right.posts if p.relation is Relation.APPOINTED):
            gap = _days(gone.date, come.date)
            if gap is not None and gap <= MOVE_DAYS:
                return gone, come
    return None


def _days(left: str | None, right: str | None) -> int | None:
    if left is None or right is None or len(left) < 10 or len(right) < 10:
        return None
    return abs((date.fromisoformat(right) - date.fromisoformat(left)).days)


def _interleaved(left: Career, right: Career) -> bool:
    """Whether one official's dates lie on both sides of the other's: two people at work at the same time."""
    a = sorted(p.date for p in left.posts if p.date and p.relation is Relation.HOLDS)
    b = sorted(p.date for p in right.posts if p.date and p.relation is Relation.HOLDS)
    return bool(a and b) and (a[0] < b[0] <= b[-1] < a[-1] or b[0] < a[0] <= a[-1] < b[-1])


def _of_untitled(career: Career, near: Sequence[Career], far: Sequence[Career]) -> tuple[list[Merge], list[Proposed]]:
    """A name without a post: the official of that name in the document (`near`), else one who leads in the jurisdiction (`far`).

    分管区领导 丁力 in a table is the 副区长 丁力 of another notice; a head of a street of the same two characters only may be.
    """
    name = career.node.printed
    here = [c for c in near if c.posts][:1] or [c for c in far if any(p.leading for p in c.posts)][:1]
    untitled = [c for c in (*near, *far) if not c.posts][:1]
    merges = [
        Merge(career.node.id, c.node.id, UNTITLED, reason(code, name=name))
        for group, code in ((here, "known_in_document"), (untitled, "known_in_column"))
        for c in group
    ]
    if here:
        return merges, []
    proposals: list[Proposed] = []
    for other in (c for c in far if c.posts):
        post = _first(other)
        there = {"name": name, "post": post.post, "body": post.body_name, "day": _day(post)}
        if len(name) > COMMON_LENGTH:
            merges.append(Merge(career.node.id, other.node.id, CAREER, reason("without_post", **there)))
        else:
            why = reason("without_post_two_characters", **there)
            proposals.append(Proposed(career.node.id, other.node.id, POSSIBLE, why))
    return merges, proposals


def _listed_together(careers: Sequence[Career]) -> Iterator[tuple[str, str]]:
    """Two names in one list are two people."""
    by_list: dict[str, list[Career]] = defaultdict(list)
    for career in careers:
        for name in career.lists:
            by_list[name].append(career)
    for group in by_list.values():
        for left, right in combinations(group, 2):
            if left.node.normal != right.node.normal and _one_character(left.node.normal, right.node.normal):
                yield left.node.id, right.node.id


def _misread(by_name: dict[str, list[Career]]) -> Iterator[Merge]:
    """Names that differ by one look-alike character, with a seat, an item or units in common; the fit must be the only one."""
    counts = {name: sum(c.node.count for c in careers) for name, careers in by_name.items()}
    titled = {name: any(c.posts for c in careers) for name, careers in by_name.items()}
    patterns: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for name in by_name:
        for index in range(1, len(name)):
            patterns[len(name), index, name[:index] + name[index + 1 :]].append(name)
    near: dict[str, dict[str, tuple[Career, Reason]]] = defaultdict(dict)
    for (_, index, _), names in sorted(patterns.items()):
        for left, right in combinations(sorted(names), 2):
            if not look_alike(left[index], right[index]):
                continue
            few, many = sorted((left, right), key=lambda n: (titled[n], counts[n], n))
            for one in by_name[few]:
                likely = [(other, why) for other in by_name[many] if (why := _context(one, other))]
                if likely:
                    near[few].setdefault(many, likely[0])
    for few in sorted(near):
        best = max(near[few], key=lambda many: (titled[many], counts[many], many))
        other, why = near[few][best]
        for career in by_name[few]:
            if career.node.code == other.node.code:
                told = reason("misprint", a=few, b=best, how=why)
                yield Merge(career.node.id, other.node.id, MISREAD, told, variant=True)


def _in_the_place_of(by_name: dict[str, list[Career]]) -> Iterator[Merge]:
    """A name printed once, without a post, in the place of an official who differs by one character and stands not beside it.

    张晓明 over one item of 区文化和旅游局, over most of whose other items in that document stands 张晓菡.
    """
    stands: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for name, careers in by_name.items():
        for career in careers:
            for body, times in career.led.items():
                for doc in career.node.docs:
                    stands[career.node.code, doc, body][name] += times
    for name in sorted(by_name):
        careers = by_name[name]
        if len(careers) > 1 or careers[0].posts or careers[0].node.count > 1 or not careers[0].led:
            continue
        one = careers[0]
        if len(name) <= COMMON_LENGTH:
            continue
        for doc, body in sorted((doc, body) for doc in one.node.docs for body in one.led):
            others = Counter({n: times for n, times in stands[one.node.code, doc, body].items() if n != name})
            best = max(others, key=lambda other: (others[other], other), default=name)
            next_best = max((n for other, n in others.items() if not _one_character(name, other)), default=0)
            if others[best] < max(LEAST_OVER, AHEAD * next_best) or not _one_character(name, best):
                continue
            other = next(c for c in by_name[best] if c.node.code == one.node.code and doc in c.node.docs)
            if name[0] == best[0] and not any(one.prints & c.prints for c in by_name[best]):
                yield Merge(one.node.id, other.node.id, IN_PLACE, reason("in_place_of", a=name, b=best), variant=True)
                break


@cache
def is_title(name: str) -> bool:
    """Whether what a text calls an official is a post, not a name: 协助区长负责审计工作."""
    words = {w for table in ("single", "title") for entry in word_entries("posts.toml", table) for w in entry.words}
    return BEFORE_TITLE.sub("", name) in words


def _holders_of_titles(by_name: dict[str, list[Career]]) -> Iterator[Merge]:
    """区长 in 协助区长 → the one person whom the same notice calls 区长 or 代区长, else the one whom the document calls so."""
    for title in sorted(filter(is_title, by_name)):
        holders = [
            career
            for name, careers in by_name.items()
            for career in careers
            if name != title and any(p.post.removeprefix("代") == title.removeprefix("代") for p in career.posts)
        ]
        for career in by_name[title]:
            notice = career.node.where.partition("@")[0]
            here = [one for one in holders if one.node.where.partition("@")[0] == notice]
            near = here or [one for one in holders if one.node.docs & career.node.docs]
            if len({one.node.normal for one in near}) == 1:
                why = reason("holds_title", title=title, name=near[0].node.printed)
                yield Merge(career.node.id, near[0].node.id, HOLDER, why, variant=True)


def _context(left: Career, right: Career) -> Reason | None:
    if left.node.code != right.node.code:
        return None
    if left.items & right.items:
        return reason("same_item")
    if any(_same_post(p, q) for p in left.posts for q in right.posts):
        return reason("same_seat")
    both_lead = left.items and right.items and left.node.docs & right.node.docs
    if both_lead and len(left.units & right.units) >= 1:
        return reason("same_column")
    return None


def _one_character(left: str, right: str) -> bool:
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1
