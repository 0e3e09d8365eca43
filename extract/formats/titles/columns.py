"""Tables that print the post of each person in the column after the name: 行政责任人⇥职务, 县级河长⇥职务.

In:  水库名称⇥行政责任人⇥职务 / 青山水库⇥丁力⇥副县长 · 责任单位⇥责任人⇥职务 / 县水利局⇥石磊⇥局长
Out: holds(丁力, 副县长 of 县人民政府); a bare post is of the body in the cell before the name: holds(石磊, 局长 of 县水利局)

Columns of names alone (姓名⇥职务) are those of lists of leaders and of members, which their own formats read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind
from extract.formats.titles.posts_above import BODY_COLUMN
from extract.formats.titles.stated import RULE, facts_of
from extract.lexicon import any_of, party_organs
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN
from extract.names.offices.office import Office, moved
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.after_title import MARKS_OF_PERSON
from extract.names.persons.holders import Holder

POST_COLUMN = re.compile(r"(?:现任|单位及?|行政|[河湖林田路链街格]长)?职\s*务(?:职称)?")
PERSON_COLUMN = re.compile(
    rf".{{0,8}}(?:[河湖林田路链街格]长|{any_of('persons', 'person_column')})(?:姓名|\([^()]{{1,8}}\))?"
)


NAME_COLUMN = re.compile(rf"(?:{any_of('persons', 'name_column')})")
POSTS_OF_LEADERS = re.compile(rf"(?:{any_of('persons', 'post_column')})")
SEAT_COLUMN = re.compile(rf".*(?:{any_of('persons', 'seat_column')}).*")  # beside the post: a seat
# 安山县水利局|领导班子成员: whose people a table under the title lists
OWN_PEOPLE = re.compile(
    rf"(?:关于)?(?P<organ>[{HAN}]{{2,24}}?[局委办厅院部会处社校司心团台馆站府学镇乡道])(?:党政)?(?:{any_of('persons', 'own_people')})"
)
# 青石山茶业协会第三届理事会|名单: whose seats a column of a table lists, 协会职务
SOCIETY = re.compile(
    rf"(?P<house>[{HAN}()]{{3,30}}?(?:{any_of('persons', 'society')})(?:第[{HAN}]{{1,3}}届理事会)?)[{HAN}]{{0,8}}名单"
)
SOCIETY_COLUMN = re.compile(rf"(?:本|商)?(?:会|{any_of('persons', 'society')})内?职\s*务")
LOOKED_AFTER = re.compile(any_of("scope", "duty"))  # 分管处室, 联系单位: no body of the person
TO_COME = re.compile(any_of("persons", "to_come"))
LONGEST_HEADING = 40  # characters of a first line that may say whose people a list is of
PARTY_ORGANS = tuple(sorted(party_organs(), key=len, reverse=True))
NOW_COLUMN = re.compile(r"(?:现任|现(?:工作)?单位及)职务(?:职级)?|现职务?")
TO_BE_COLUMN = re.compile(
    rf"拟(?:任|{any_of('persons', 'to_be')})[^,。;]{{0,10}}(?:{any_of('persons', 'post_word')})?(?:职级)?"
)


def columns_of(block: Block, *, to_come: bool = False) -> tuple[tuple[int, int], ...]:
    """Where a header prints a column of posts for one of people: the indexes of both, pair by pair; () of any other row.

    `to_come`: the notice appoints or removes, so that 姓名⇥职务 lists those who will serve. Of persons about to be appointed, 现任职务 beside 拟任职务, the post held until now stands in any column after the name.
    """
    if "职" not in block.text.text:
        return ()
    cells = [cell.text for cell in block.cells]
    beside = tuple(
        (index - 1, index)
        for index, cell in enumerate(cells)
        if index and POST_COLUMN.fullmatch(cell) and PERSON_COLUMN.fullmatch(cells[index - 1])
    )
    names = [index for index, cell in enumerate(cells) if NAME_COLUMN.fullmatch(cell)]
    if len(names) > 1 and not to_come:  # 姓名⇥职务⇥姓名⇥职务, below 行政责任人⇥⇥巡查责任人
        told = [index for index, cell in enumerate(cells) if POSTS_OF_LEADERS.fullmatch(cell)]
        step = -1 if told and told[0] < names[0] else 1  # 职务⇥姓名⇥职务⇥姓名
        beside = beside or tuple((index, index + step) for index in names if index + step in told)
    to_be = any(TO_BE_COLUMN.fullmatch(cell) for cell in cells)
    of_post = NOW_COLUMN if to_be else POSTS_OF_LEADERS
    posts = [index for index, cell in enumerate(cells) if of_post.fullmatch(cell)]
    alone = (
        len(names) == len(posts) == 1
        and (to_be or not to_come)
        and not any(SEAT_COLUMN.fullmatch(cell) for cell in cells)
    )
    return beside or (((names[0], posts[0]),) if alone else ())


def is_to_come(notice: Notice) -> bool:
    """Whether the title says that those who are listed are only to be chosen: 候选人名单, 任前公示."""
    return TO_COME.search(notice.heading) is not None


def bodies_beside(block: Block, columns: tuple[tuple[int, int], ...]) -> int | None:
    """The column of a header that names the bodies of the bare posts in it: 姓名⇥科室⇥职务."""
    posts = {post for _, post in columns}
    cells = enumerate(cell.text for cell in block.cells)
    named = (
        index
        for index, cell in cells
        if index not in posts and not LOOKED_AFTER.match(cell) and BODY_COLUMN.search(cell)
    )
    return next(named, None)


def own_people(notice: Notice) -> Office | None:
    """The organ whose people the title of a notice lists: 安山县水利局 of 安山县水利局领导班子成员."""
    first = notice.blocks[0].text.text if notice.blocks and not notice.blocks[0].is_row else ""
    match = OWN_PEOPLE.match(notice.heading or first[:LONGEST_HEADING])
    organ = match["organ"] if match else ""
    town = organ.removesuffix("人民政府")  # 青石镇人民政府|领导名单 lists those of its Party committee too
    return _as_office(town if kind_of_body(town) is Kind.STREET else organ) if organ else None


def seats_of_society(
    notice: Notice, block: Block, columns: tuple[tuple[int, int], ...]
) -> tuple[int, int, Office] | None:
    """The columns of names and of seats in the society that the title names, where a header prints both: 代表人⇥职务⇥协会职务."""
    match = SOCIETY.search(notice.heading)
    house = _as_office(match["house"]) if match else None
    seats = [index for index, cell in enumerate(block.cells) if SOCIETY_COLUMN.fullmatch(cell.text)]
    return (columns[0][0], seats[0], house) if house and len(seats) == len(columns) == 1 else None


def seated_cell(block: Block, seats: tuple[int, int, Office]) -> Iterator[Fact | Doubt]:
    """The seat in the society that a row below such a header prints of its person."""
    name, seat, house = seats
    if seat < len(block.cells) and is_person_name(block.cells[name].text):
        start, left = block.cell_starts()[name], block.cell_starts()[seat]
        there = tuple(moved(office, left) for office in _own(block.cells[seat], house))
        if there:
            yield from facts_of(block, Holder(start, start + len(block.cells[name]), there), None, f"{RULE}.column")


def _as_office(name: str) -> Office | None:
    kind = None if is_aggregate(name) else kind_of_body(name)
    return Office(None, None, name, kind, "", 0, 0) if kind else None


def titled_cells(
    block: Block, columns: tuple[tuple[int, int], ...], own: Office | None = None, beside: int | None = None
) -> Iterator[Fact | Doubt]:
    """The posts that a row below such a header prints after its names.

    Whose a bare post is: of the body in the column `beside`, of `own` where no column names bodies.
    """
    if beside is not None:
        own = _as_office(block.cells[beside].text) if beside < len(block.cells) else None
    starts = block.cell_starts()
    for index, post in columns:
        if post >= len(block.cells):
            continue
        name, title = block.cells[index], block.cells[post]
        mark = MARKS_OF_PERSON.search(name.text)
        length = mark.start() if mark else len(name)  # 石磊(女)
        if not is_person_name(name.text[:length]):
            continue
        held = _offices(title, block.cells[index - 1] if index else None) or _own(title, own)
        if held:
            there = tuple(moved(office, starts[post]) for office in held)
            yield from facts_of(block, Holder(starts[index], starts[index] + length, there), None, f"{RULE}.column")


def _own(title: Text, own: Office | None) -> list[Office]:
    """The bare posts of a cell in a list of an organ's own people."""
    held = offices(title.text, 0, len(title), own) if own is not None and title.text else []
    whole = bool(held) and held[-1].post_end == len(title)
    return held if own and whole and all(o.body_start is None and o.body.startswith(own.body) for o in held) else []


def _offices(title: Text, before: Text | None) -> list[Office]:
    """The offices of a cell that is a title as a whole; a bare post is of the body that the cell before the name names."""
    base: Office | None = None
    organ = next((word for word in PARTY_ORGANS if title.text.startswith(word)), "")
    if before is not None and organ and is_bare_post(title.text, len(organ), len(title)):
        return offices(title.text, 0, len(title), _as_office(before.text))  # 党委副书记
    if is_bare_post(title.text, 0, len(title)) and not offices(title.text, 0, len(title)):
        kind = kind_of_body(before.text) if before is not None and not is_aggregate(before.text) else None
        if before is None or kind is None:
            return []
        base = Office(None, None, before.text, kind, "", 0, 0)
    held = offices(title.text, 0, len(title), base)
    if base is not None:
        held = [replace(office, body=base.body, kind=base.kind) for office in held]
    whole = all(one.body_start is None or kind_of_body(one.body) is not None for one in held)  # not 科技|副局长
    return held if held and whole and held[-1].post_end == len(title) else []
