"""The document of a page: its blocks without menus, sidebars, links to other documents, counters and the foot of the site.

In:  all blocks of a page   Out: those of the document: head table, title, text, annexes

The document is the smallest element that holds nearly all running text. Title and head table (索引号, 发文机关, 文号) are taken
from before it. What is left of the site inside it is told by its wording, or by consisting of links.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from extract.lexicon import any_of
from extract.readers.pages.blocks import Block, Element
from extract.readers.site import CRUMB, SITE

NEARLY = 0.86  # share of the running text that the element of the document holds
PROSE = re.compile(r"[，。；：、！？]")
TAIL = re.compile(
    rf"^(?:{any_of('sites', 'closes')}|[(（]此件)|印发$|日$|(?:政府|委员会|办公[厅室]|[局厅委部院])$"
)  # what closes a document
LEAST_PROSE = 18
CLOSED = re.compile(r"[。；;]\s*$")
LEAST_CLOSED = 8  # characters of a line that ends as a sentence or a listed item does
LEAST_ROW = 6  # characters of a table row that counts as text
HEAD_LABEL = re.compile(
    rf"""
    (?:
        索\s*引\s*号|{any_of("sites", "head_label")}|文\s*号  # 索 引 号
      | 有\s*效\s*性|主\s*题\s*词|标\s*题|名\s*称  # 有 效 性
    )
    \s*[：:]?  # ：
    """,
    re.VERBOSE,
)
MOST_NEAR = 16  # blocks
DATE_LINE = re.compile(
    rf"^\W{{0,3}}(?:{any_of('sites', 'put_up')})?(?:{any_of('shared', 'day_label')})\s*[：:].{{0,80}}$"
)
AFTER = re.compile(
    rf"""
    ^\W{{0,3}}  # 某
    (?:
        (?:主题)?相关(?:{any_of("sites", "related")})|{any_of("sites", "further")}|推荐(?:{any_of("sites", "read_next")})  # 主题相关文章
      | 热点(?:文章|新闻)|最新(?:{any_of("sites", "latest")})  # 热点文章
    )
    \W{{0,3}}  # 某
    """,
    re.VERBOSE,
)
TITLE_PARTS = re.compile(r"\s*[_|｜]\s*|\s*(?<!\d)[-–—]{1,2}(?!\d)\s*")
DOCUMENT_TITLE = re.compile(
    rf"""
    (?:{any_of("documents", "notice", "rules", "persons", "other", "guide")}|办法（[^（）]{{1,12}}）)  # 办法（试行）
    [”》）)]?$  # ”
    """,
    re.VERBOSE,
)
LONGEST_TITLE = 120


def document_blocks(root: Element, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the document of a page, in their order."""
    if not blocks:
        return []
    held = _holder(root, blocks)
    inside = set(map(id, held.iter())) if held is not None else set()
    body = [index for index, block in enumerate(blocks) if not inside or id(block.element) in inside]
    if not body:
        return []
    while len(body) > 1 and not _prose(blocks[body[0]]) and _is_link(blocks[body[0]]):
        body = body[1:]  # a menu in the same element
    first, last = body[0], body[-1]
    kept = [block for block in [*blocks[first : last + 1], *_behind(blocks[last + 1 :])] if not _is_site(block)]
    kept = _without_lists(_cut(kept))
    near = _near(blocks[:first])
    head = _head(root, blocks[: first - len(near)], [*near, *kept])
    return head + [block for block in near if not _is_site(block)] + kept


def _near(before: Sequence[Block]) -> list[Block]:
    """The plain blocks right before the text, back to the menu or the line that says where one is: title, 文号, 令."""
    blocks: list[Block] = []
    for block in reversed(before[-MOST_NEAR:]):
        if _is_link(block) or CRUMB.search(squashed(block.text)):
            return blocks[::-1]
        blocks.append(block)
    return blocks[::-1] if len(before) <= MOST_NEAR else []


def _behind(after: Sequence[Block]) -> list[Block]:
    """What belongs to the document right after its text, up to the first menu or wording of the site: signature, annex, table."""
    blocks: list[Block] = []
    for block in after:
        if _is_link(block) or _is_site(block) or AFTER.match(block.text) or CRUMB.search(squashed(block.text)):
            break
        blocks.append(block)
    last = max((i + 1 for i, block in enumerate(blocks) if block.cells or TAIL.search(squashed(block.text))), default=0)
    return blocks[:last]


def _holder(root: Element, blocks: Sequence[Block]) -> Element | None:
    """The smallest element that holds nearly all of the running text."""
    weights: dict[Element, int] = {}
    total = 0
    for block in blocks:
        weight = _prose(block)
        if not weight:
            continue
        total += weight
        node: Element | None = block.element
        while node is not None:
            weights[node] = weights.get(node, 0) + weight
            node = node.getparent()
    if not total:
        return None
    best, node = root, root
    while True:
        inner = [child for child in node if weights.get(child, 0) >= NEARLY * total]
        if not inner:
            break
        node = inner[0]
        if node.tag not in {"p", "span", "font", "tr", "tbody", "b", "strong"} or weights[node] > 0.97 * total:
            best = node
    return _with_lines(best, blocks)


def _with_lines(held: Element, blocks: Sequence[Block]) -> Element:
    """The element of the document; where it is a single paragraph, that around it in which its other short lines stand."""
    inside = set(map(id, held.iter()))
    if sum(id(block.element) in inside for block in blocks) > 1:
        return held
    around: Element | None = held.getparent()
    while around is not None:
        inside = set(map(id, around.iter()))
        beside = [block for block in blocks if id(block.element) in inside and not _is_site(block)]
        if len(beside) > 1:
            linked = sum(map(_is_link, beside))
            return held if 2 * linked > len(beside) else around
        around = around.getparent()
    return held


def _prose(block: Block) -> int:
    """The weight of a block as running text: its characters beside links, if it reads like a sentence or is a row."""
    length = block.length
    if not length or _is_site(block):
        return 0
    plain = length - block.links
    if plain < 0.6 * length:
        return 0
    if block.cells:
        return plain if plain >= LEAST_ROW else 0
    least = LEAST_CLOSED if CLOSED.search(block.text) else LEAST_PROSE
    return plain if plain >= least and PROSE.search(block.text) else 0


def _is_site(block: Block) -> bool:
    """Whether a block is wording of the site, not of the document."""
    text = squashed(block.text)
    if len(text) > 160:
        return False
    if SITE.search(text):
        return True
    return bool(DATE_LINE.match(text) and not HEAD_LABEL.match(text))


def _cut(blocks: list[Block]) -> list[Block]:
    """The blocks up to a heading such as 相关文章 after which no running text stands."""
    for index, block in enumerate(blocks):
        if len(block.text) > 40 or not AFTER.match(block.text):
            continue
        rest = blocks[index + 1 :]
        if sum(map(_prose, rest)) <= 0.05 * sum(map(_prose, blocks[:index])) + 1:
            return blocks[:index]
    return blocks


def _without_lists(blocks: list[Block]) -> list[Block]:
    """The blocks without runs of links: menus, lists of other documents; links to annexes stay."""
    kept: list[Block] = []
    for linked, group in groupby(blocks, key=_is_link):
        run = list(group)
        if linked and len(run) >= 3 and not any("附件" in block.text for block in run):
            continue
        if linked and len(run) < 3:
            run = [block for block in run if "附件" in block.text or block.length >= 12 or not kept]
        kept += run
    return kept


def _is_link(block: Block) -> bool:
    return block.links > 0.7 * max(1, block.length)


def _head(root: Element, before: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Head table and title from before the text."""
    top = squashed("".join(block.text for block in kept[:12]))
    table = [
        block
        for block in before
        if HEAD_LABEL.match(block.text) and block.length < 400 and not _is_link(block) and not SITE.search(block.text)
    ]
    title = _title(root, before, top)
    chosen = {id(block) for block in (*table, *title)}
    blocks = [block for block in before if id(block) in chosen]
    if not title and (name := _named(root)) and squashed(name) not in top:
        blocks.append(Block(root, name, heading=True))
    return blocks


def _title(root: Element, before: Sequence[Block], top: str) -> list[Block]:
    """The blocks of the title that stand before the text; none if the text opens with it."""
    names = [squashed(name) for name in _names(root)]
    if any(name in top for name in names):
        return []
    for index in range(len(before) - 1, -1, -1):
        block = before[index]
        text = squashed(block.text)
        if len(text) < 6 or len(text) > LONGEST_TITLE or block.cells:
            continue
        if text in top and len(text) > 10:
            return []
        if _is_site(block) or CRUMB.search(text):
            continue
        if block.heading or any(text == name or (len(text) > 8 and text in name) for name in names):
            parts = [block]
            while index > 0 and any(squashed(before[index - 1].text) + squashed(_joined(parts)) in n for n in names):
                index -= 1
                parts.insert(0, before[index])
            return parts if not _is_site(block) and not _is_link(block) else []
    for block in reversed(before[-6:]):
        if (
            10 <= len(block.text) <= LONGEST_TITLE
            and DOCUMENT_TITLE.search(block.text)
            and not _is_link(block)
            and not _is_site(block)
        ):
            return [block] if squashed(block.text) not in top else []
    return []


def _joined(blocks: Sequence[Block]) -> str:
    return "".join(block.text for block in blocks)


def _names(root: Element) -> list[str]:
    """What a page calls itself: its meta data and the parts of its <title>."""
    named = [
        element.get("content") or ""
        for element in root.iter("meta")
        if (element.get("name") or element.get("property") or "").lower()
        in {"articletitle", "og:title", "title", "doctitle"}
    ]
    for element in root.iter("title"):
        text = "".join(element.itertext()).strip()
        named += [text, *TITLE_PARTS.split(text)]
    return [" ".join(name.split()) for name in named if len(name.strip()) >= 8]


def _named(root: Element) -> str | None:
    """The title that only the head of the page says, if it is one of a document."""
    return next((name for name in _names(root) if len(name) <= LONGEST_TITLE and DOCUMENT_TITLE.search(name)), None)


def squashed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())
