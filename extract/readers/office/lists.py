"""The lists of a DOC, whose numbers Word counts itself: 第三条, 一、, ①.

In:  the tables of lists and of their uses, as the stream of tables holds them   Out: a Numbering whose lists are named by their uses

Each level of a list says where it begins, how its number is written, and what stands around it; a use may begin it anew. What a list
inherits from a style of paragraphs is not read.
"""

import contextlib
import struct

from extract.readers.office.numbering import DEEPEST, Level, Numbering

LIST, USE, LEVEL = 28, 16, 28  # bytes
MOST_LISTS = 4_000
KINDS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital", 11: "japaneseCounting",
    14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth", 22: "decimalZero", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    33: "taiwaneseCounting", 35: "taiwaneseCountingThousand", 37: "chineseCounting", 39: "chineseCountingThousand",
}  # fmt: skip


def lists_of(side: bytes, lists_at: int, uses_at: int) -> Numbering:
    """The lists of a document; those up to a place where the tables make no sense."""
    numbering = Numbering()
    levels: dict[int, dict[int, Level]] = {}
    with contextlib.suppress(struct.error):
        _read_lists(side, lists_at, levels)
    with contextlib.suppress(struct.error):
        _read_uses(side, uses_at, levels, numbering)
    return numbering


def _read_lists(side: bytes, start: int, levels: dict[int, dict[int, Level]]) -> None:
    count = min(struct.unpack_from("<H", side, start)[0], MOST_LISTS)
    position = start + 2 + LIST * count
    for index in range(count):
        name, flags = struct.unpack_from("<i22xB", side, start + 2 + LIST * index)
        own = levels.setdefault(name, {})
        for depth in range(1 if flags & 1 else DEEPEST):
            own[depth], position = _level(side, position)


def _level(side: bytes, position: int) -> tuple[Level, int]:
    """A level, and where the next one stands."""
    first, kind, characters, paragraph = struct.unpack_from("<iB19xBB2x", side, position)
    position += LEVEL + characters + paragraph
    (length,) = struct.unpack_from("<H", side, position)
    if position + 2 + 2 * length > len(side):
        raise struct.error
    text = side[position + 2 : position + 2 + 2 * length].decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(char) + 1}" if ord(char) < DEEPEST else char for char in text)
    return Level(max(0, first), KINDS.get(kind, ""), shown), position + 2 + 2 * length


def _read_uses(side: bytes, start: int, levels: dict[int, dict[int, Level]], numbering: Numbering) -> None:
    count = min(struct.unpack_from("<I", side, start)[0], MOST_LISTS)
    uses = [struct.unpack_from("<i8xB3x", side, start + 4 + USE * index) for index in range(count)]
    for number, (name, _) in enumerate(uses, 1):
        numbering.lists[str(number)] = dict(levels.get(name, {}))
        numbering.shared[str(number)] = f"list {name}"
    position = start + 4 + USE * count
    for number, (_, changes) in enumerate(uses, 1):
        position += 4
        for _ in range(changes):
            first, flags = struct.unpack_from("<iI", side, position)
            position += 8
            depth, own = flags & 0xF, numbering.lists[str(number)]
            if flags & 0x20:
                own[depth], position = _level(side, position)
            if flags & 0x10 and depth in own:
                own[depth] = Level(max(0, first), own[depth].kind, own[depth].text)
                numbering.shared[str(number)] = str(number)
