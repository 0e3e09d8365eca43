"""Who heads an organ, or a part of one, on its page: labels, bare posts and names below it.

In:  县水利局 / 局长:石磊 / 副局长:尹青、丁一 · 负责人 / 主　任　丁力 · 1.河湖股:负责… / 股长:石磊    副股长:丁一
Out: holds(石磊 → 县水利局, 局长), …; below the line of a part a bare post is the part's

A post that says of what sort its organ is (科长, 处长) is never that of an organ of another sort.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from extract.clean import Text, parts_between
from extract.document import Block, Notice, as_read
from extract.facts import Fact, Kind, Party, Relation
from extract.formats.scope import personnel_blocks
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import ENUMERATED, ENUMERATOR, HAN
from extract.names.offices.office import Office
from extract.names.offices.posts import MAY_POST, is_bare_post, post_at_end
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.members import lines_of
from extract.names.units import breaks

HEADS_RULE = "establishment.heads"
FAR_TOLD = 6  # lines of a page in which its organ's duties are told
FAR = 40  # lines below the name of an organ in which it is told who heads it
NUMBER = re.compile(r"\d{1,3}$")
COLON = re.compile(":")
COMMA = re.compile("、")
LEADERS = re.compile(rf"(?:{any_of('establishment', 'leaders_of')})(?:成员)?$")  # 学院领导: the posts below are 学院's
OF_GROUP = re.compile(any_of("organs", "group_above"))
SEATS = frozenset(
    [
        "组长",
        "副组长",
        "组员",
        "成员",
        "委员",
        "成员单位",
        "指挥长",
        "副指挥长",
        "总指挥",
        "召集人",
        "秘书长",
        "联系人",
        "主编",
        "责任编辑",
    ]
)
OWN_NAMES = frozenset(
    ["学院", "学校", "医院", "公司", "集团", "中心", "研究院"]
)  # 学院领导: as the page of one prints it
GOVERNMENTS = ("政府", "行署", "行政公署")
CLERKS = ("秘书", "干事")  # 教学科研秘书: the whole word is the post
PARTY_GROUP = "党组"  # whose clerks are those of its house
SORTED_POST = re.compile(rf"(?:{any_of('shared', 'of_first_rank')})?副?(?P<sort>[科股处局厅所])长$")
LONGEST_SPACED = 60
LONGEST_POST, LONGEST_SECTION, LONGEST_LINE = 14, 20, 120
HEADS = re.compile(
    rf"^(?:{ENUMERATOR})?(?:主要|{any_of('organs', 'whose_heads')}|[馆所院校台局])?(?:{any_of('organs', 'headed')})(?:信息|名单)?:?$"
)
SECTION_NAME = re.compile(
    rf"[{HAN}]{{3,20}}(?:[局委办院厅会室处科股队所站馆校园社台]|{any_of('establishment', 'section_ends')})$"
)
# 办公厅(人事局)负责组织、协调…: what the organ of a page does; 安山县水利局,加挂…牌子,是…
OWN_DUTIES = re.compile(
    rf"""
    ^(?P<owner>[{HAN}]{{2,20}}?(?:[局委办厅院处部室所馆站]|中心))(?:\([{HAN}]{{2,16}}\))?  # 办公厅(人事局)
    (?:的?主要(?:{any_of("establishment", "main_duty")})[是为有:]|(?:主要)?(?:{any_of("establishment", "has_duty")})|,(?:{any_of("establishment", "as_well")}|是))  # 的主要职责是
    """,
    re.VERBOSE,
)
MAY_HEAD = sign_of(HEADS)
CONTACT = re.compile(
    rf"[,;。](?:{any_of('organs', 'contact_kind')})?(?:{any_of('organs', 'contact')}):.*$"
)  # 主任:石磊|,办公电话:6612345
POST_LABEL = re.compile(rf"(?P<post>[{HAN}]{{2,6}}):(?P<names>[{HAN}·、]{{2,60}})$")


def house_of_page(notice: Notice) -> Party | None:
    """The organ of a page whose first line names it and nothing else."""
    first = next((block for block in notice.blocks if not block.is_row), None)
    name = first.text.text if first is not None else ""
    if first is None or not SECTION_NAME.match(name) or is_aggregate(name):
        return None
    kind = kind_of_body(name)
    return first.party(kind, 0, len(name)) if kind is not None and kind is not Kind.GROUP else None


def heads_alone(notice: Notice) -> Party | None:
    """The organ of a page that says who heads it below a heading: 机关党委办公室 / … / 主要领导:."""
    told = any(
        HEADS.match(block.text.text)
        for block in notice.blocks[1:FAR]
        if block.text.signs & MAY_HEAD and not block.is_row
    )
    return house_of_page(notice) or _house_told(notice) if told else None


def _house_told(notice: Notice) -> Party | None:
    """The organ whose duties the first lines of a page tell: 农业经济研究所的主要职责是:…."""
    for block in notice.blocks[:FAR_TOLD]:
        told = OWN_DUTIES.match(block.text.text) if not block.is_row else None
        kind = kind_of_body(told["owner"]) if told else None
        if told and kind is not None and kind is not Kind.GROUP:
            return block.party(kind, *told.span("owner"))
    return None


def labelled_heads(notice: Notice, owner: Party) -> Iterator[Fact]:
    """局长:石磊 / 副局长:尹青、丁一 on the page of an organ."""
    labels = [(block, POST_LABEL.match(block.text.text)) for block in notice.blocks[1:FAR] if not block.is_row]
    if any(match is not None and match["post"] in SEATS for _, match in labels):
        return  # the list of a group
    for block, match in labels:
        if match is None and _opens_part(block, owner):
            return  # 人事科: what stands below is the part's
        if match is not None and is_bare_post(block.text.text, *match.span("post")):
            yield from posts_held(notice, block.text, owner)


def _opens_part(block: Block, owner: Party) -> bool:
    """Whether a line names a part of an organ, whose posts follow: 办公室 below 安山县教育局; not 学校领导."""
    section = _section(block) if LEADERS.search(block.text.text) is None else None
    return section is not None and section.name != owner.name


def sections_headed(notice: Notice) -> Iterator[Fact]:
    """学院办公室 / 主任:石磊 / 行政秘书:尹青: a line that names a body alone, and who holds its posts on the lines below."""
    blocks = notice.blocks
    house = house_of_page(notice)
    elects: bool | None = None
    for index, block in enumerate(blocks[:-1]):
        below = blocks[index + 1]
        if block.is_row or below.is_row or not (heads_a_part(below) or _post_and_names(below)):
            continue
        section = _section(block)
        if section is None or (house is not None and section == house):
            continue
        if elects is None:
            elects = bool(personnel_blocks(notice))
        if elects:
            return  # 市人民政府 / 市长:石磊 below a sentence that elects
        spaced = list(takewhile(_post_and_names, blocks[index + 1 :]))
        for one in spaced:
            yield from _spaced_heads(notice, one, section)
        run = list(takewhile(heads_a_part, blocks[index + 1 :]))
        below_all = blocks[index + 1 : index + 2 + len(run)]
        if not any(one.text.text.partition(":")[0] in SEATS for one in below_all):
            for one in run:
                yield from posts_held(notice, one.text, section)


def _post_and_names(block: Block) -> int:
    """Where the names begin on a line that is a post, a gap and names: 副书记　石磊　尹青; 0 if it is none."""
    text = block.text
    if (
        block.is_row
        or not text.signs & MAY_POST
        or ":" in text.text
        or not 4 <= len(text) <= LONGEST_SPACED
        or not breaks(text)
    ):
        return 0
    cut = _cut(text)
    return cut if cut and _gap(text, cut) and text.text[:cut] not in SEATS else 0


def _spaced_heads(notice: Notice, block: Block, section: Party) -> Iterator[Fact]:
    """市委 / 书　记　石磊 / 副书记　尹青　孟川: the posts are the section's; a 市长 names its body by itself."""
    text, cut = block.text, _post_and_names(block)
    held = _held(notice, text, 0, cut, section)
    if held is None:
        return
    for left, right in _names(text, cut):
        person = block.party(Kind.OFFICIAL, left, right)
        evidence = block.evidence(0, right, at=left)
        yield Fact(Relation.HOLDS, person, held[0], evidence, HEADS_RULE, held[1], notice.dated)


def posts_held(notice: Notice, line: Text, owner: Party) -> Iterator[Fact]:
    """The posts of a line of labels and names, a bare one of `owner`, or of the body that a label before it names.

    处长:石磊    副处长:尹青、丁一 · 杂志社社长:孟川    副社长:郑鸣
    """
    document = notice.document
    parts = ((part, names) for label, names in _pairs(line) for part in parts_between(line.text, *label, "、"))
    for (start, end), names in parts:
        held = _held(notice, line, start, end, owner)
        if held is None:
            continue
        body, post = held
        owner = owner if body.name.startswith(owner.name) else body  # not 公司党委, for the 董事长 after it
        for left, right in names:
            person = document.party(Kind.OFFICIAL, *line.span(left, right))
            evidence = document.evidence(line.offsets[start], line.offsets[right - 1] + 1, at=person.start)
            yield Fact(Relation.HOLDS, person, body, evidence, HEADS_RULE, post, notice.dated)


def posts_in_line(notice: Notice, line: Text, start: int, part: Party) -> Iterator[Fact]:
    """2.预算股    股长:石磊: who heads the part that a line names, said on the same line from `start` on."""
    if line.text.startswith("(", start):
        start = line.text.find(")", start) + 1
    if 0 < start < len(line) and _gap(line, start) and _pairs(rest := line.part(start, len(line))):
        yield from posts_held(notice, rest, part)


def heads_a_part(block: Block) -> bool:
    """Whether a line says who holds posts: 处长:石磊    副处长:尹青, alone or after a sentence: 负责征兵。部长:石磊."""
    if block.is_row or not block.text.signs & MAY_POST:
        return False
    return ":" in block.text.text[:LONGEST_LINE] and bool(_pairs(block.text))


def _held(notice: Notice, line: Text, start: int, end: int, owner: Party) -> tuple[Party, str] | None:
    """The body and the post of a label; None if neither it nor the body at hand says whose the post is."""
    text = line.text
    label, whose = text[start:end], as_read(owner)
    if label.endswith(CLERKS) and not whose.endswith(PARTY_GROUP) and kind_of_body(label[:-2]) is None:
        return owner, label
    if label.startswith(whose) and is_bare_post(text, start + len(whose), end):
        return owner, label.removeprefix(whose)  # 办公室副主任 below 1.办公室
    of_owner = Office(None, None, as_read(owner), owner.kind, "", 0, 0)
    held = offices(text, start, end, None if whose.endswith(GOVERNMENTS) else of_owner)  # 县长 names its body
    if len(held) != 1 or held[0].post_end != end or not fits(held[0].post, held[0].body):
        return None
    one = held[0]
    if one.body_start is None or one.body_end is None or is_bare_post(text, start, end):
        return (owner if one.body == as_read(owner) else Party(one.kind, one.body)), one.post
    return notice.document.party(one.kind, *line.span(one.body_start, one.body_end)), one.post


def fits(post: str, body: str) -> bool:
    """Whether a post can be one of a body, by the sort of organ that it names: a 处 has no 科长."""
    sort = SORTED_POST.match(post)
    return sort is None or body.endswith(sort["sort"])


def _section(block: Block) -> Party | None:
    """The body that a line names and nothing else: 学院办公室 · 二、学院党委 · 学院领导; None for a group's office."""
    text = block.text.text.removesuffix(":")
    mark = ENUMERATED.match(text)
    start, end = mark.end() if mark else 0, len(text)
    leaders = LEADERS.search(text, start)
    end = leaders.start() if leaders else end
    end -= bool(leaders) and text[end - 2 : end - 1] == text[end - 1 : end]  # 县人民医院|院领导
    name = text[start:end]
    if not 2 <= len(name) <= LONGEST_SECTION or is_aggregate(name) or OF_GROUP.search(name):
        return None
    kind = Kind.DEPARTMENT if leaders and name in OWN_NAMES else kind_of_body(name)
    return block.party(kind, start, end) if kind in (Kind.DEPARTMENT, Kind.STREET) and kind is not None else None


def _pairs(line: Text) -> list[tuple[tuple[int, int], list[tuple[int, int]]]]:
    """The labels of a line with the names behind each; [] if anything else stands in it."""
    chars = line.text
    if len(chars) > LONGEST_LINE:
        return []
    end = contact.start() if (contact := CONTACT.search(chars)) else len(chars)
    colons = [match.start() for match in COLON.finditer(chars, 0, end)]
    pairs: list[tuple[tuple[int, int], list[tuple[int, int]]]] = []
    start = chars.rfind("。", 0, colons[0] if colons else 0) + 1  # 负责征兵工作。|部长:石磊
    for index, colon in enumerate(colons):
        if not 0 < colon - start <= LONGEST_POST or post_at_end(chars, start, colon) is None:
            return []
        last = index + 1 == len(colons)
        stops = [end] if last else [i for i in range(colon + 3, colons[index + 1]) if _begins_label(line, i)]
        for stop in stops:
            names = _listed(line, colon + 1, stop - (chars[stop - 1] in ",;"))
            if names and (last or post_at_end(chars, stop, colons[index + 1]) is not None):
                pairs.append(((start, colon), names))
                start = stop
                break
        else:
            return []
    return pairs


def _begins_label(line: Text, start: int) -> bool:
    """Whether layout or a comma divides what begins at `start` from the names before it: 主任:石磊,|副主任:孟川."""
    return _gap(line, start) or line.text[start - 1] in ",;"


def _listed(line: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The names of text[start:end], divided by 、 or layout space; [] if other words stand there."""
    names: list[tuple[int, int]] = []
    left = start
    for mark in [*COMMA.finditer(line.text, start, end), None]:
        right = mark.start() if mark else end
        part = _names(line.part(left, right), 0) if right > left else []
        if not part and right > left and is_person_name(line.text[left:right]):
            part = [(0, right - left)]  # 石 磊: spaced to the width of three
        if not part:
            return []
        names += [(left + a, left + b) for a, b in part]
        left = mark.end() if mark else end
    return names


def _gap(line: Text, at: int) -> bool:
    return line.offsets[at] > line.offsets[at - 1] + 1


def heads(notice: Notice, owner: Party) -> Iterator[Fact]:
    """负责人 / 主　任　丁力 / 副主任　石磊 on the page of an organ: bare posts are the organ's; 副局长 / 石磊 尹青 below it too."""
    below = notice.blocks
    start = next((i for i, block in enumerate(below) if HEADS.match(block.text.text)), None)
    base = Office(None, None, as_read(owner), owner.kind, "", 0, 0)
    above: Text | None = None
    for block in below[start + 1 : start + FAR] if start is not None else ():
        for line in lines_of(block):
            if NUMBER.match(line.text) and above is not None:
                continue  # 副局长 / 3 / 丁力 石磊 尹青
            if is_bare_post(line.text, 0, len(line)):
                above = line
                continue
            names = _names(line, 0) if above is not None else []
            post = above if names else None
            if post is None and (name := _name_first(line)):
                post, names = line.part(name, len(line)), [(0, name)]
            elif post is None:
                cut = _cut(line)
                post, names = line.part(0, cut), _names(line, cut) if cut else []
            held = offices(post.text, 0, len(post), base) if names else []
            if not held or block.is_row:
                return
            for name_start, name_end in names:
                left, right = line.span(name_start, name_end)
                person = notice.document.party(Kind.OFFICIAL, left, right)
                start, end = min(post.offsets[0], left), max(post.offsets[-1] + 1, right)
                evidence = notice.document.evidence(start, end, at=person.start)
                for one in held:
                    body = owner if one.body == as_read(owner) else Party(one.kind, one.body)
                    if one.body_start is not None and one.body_end is not None and one.body_start < one.body_end:
                        body = notice.document.party(one.kind, *post.span(one.body_start, one.body_end))
                    yield Fact(Relation.HOLDS, person, body, evidence, HEADS_RULE, one.post, notice.dated)


def _name_first(line: Text) -> int:
    """Where a name ends that layout space divides from a title: 丁　力|主任, 丁力|县水利局局长; 0 if the line is none such."""
    cuts = (i for i in (2, 3, 4) if i < len(line) and line.offsets[i] > line.offsets[i - 1] + 1)
    return next((i for i in cuts if is_person_name(line.text[:i]) and _is_title(line.text, i)), 0)


def _is_title(text: str, start: int) -> bool:
    """Whether text[start:] is a title as a whole."""
    if is_bare_post(text, start, len(text)):
        return True
    held = offices(text, start, len(text))
    return bool(held) and held[-1].post_end == len(text)


def _cut(line: Text) -> int:
    """Where a bare post ends and names begin: 主　任|丁力, 局长|丁力."""
    return next((i for i in range(2, len(line)) if is_bare_post(line.text, 0, i) and _names(line, i)), 0)


def _names(line: Text, start: int) -> list[tuple[int, int]]:
    """The names that fill a line from `start` on, divided by layout space, those spaced to one width joined; [] if other words stand there."""
    cuts = [start, *(i for i in range(start + 1, len(line)) if line.offsets[i] > line.offsets[i - 1] + 1), len(line)]
    names: list[tuple[int, int]] = []
    half: int | None = None
    for left, right in pairwise(cuts):
        begin = left if half is None else half
        half = begin if right - begin == 1 else None
        if half is None:
            if not is_person_name(line.text[begin:right]):
                return []
            names.append((begin, right))
    return names if half is None else []
