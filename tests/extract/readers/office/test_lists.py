"""The lists of a DOC: numbers that Word counts, as its tables say them."""

import struct

from extract.readers.office.lists import lists_of


def level(first: int, kind: int, text: str) -> bytes:
    """A level: its own head, no properties, the text around its number."""
    head = struct.pack("<iB19xBB2x", first, kind, 0, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def tables(*, simple: bool, levels: list[bytes], uses: bytes) -> tuple[bytes, int, int]:
    """A stream of tables with one list, numbered 77, and its uses."""
    lists = struct.pack("<H", 1) + struct.pack("<i22xBx", 77, simple) + b"".join(levels)
    return b"#" * 10 + lists + uses, 10, 10 + len(lists)


def use(changes: int = 0) -> bytes:
    return struct.pack("<i8xB3x", 77, changes)


NINE = [level(1, 39, "\x00、"), level(1, 0, "（\x01）"), level(3, 18, "\x02"), *[level(1, 0, "\x03.")] * 6]


def test_numbers_are_counted_level_by_level() -> None:
    plain = struct.pack("<I", 1) + use() + struct.pack("<i", -1)
    lists = lists_of(*tables(simple=False, levels=NINE, uses=plain))
    shown = [lists.counted("1", depth) for depth in (0, 1, 1, 2, 0, 1)]
    assert shown == ["一、", "（1）", "（2）", "③", "二、", "（1）"]


def test_a_use_may_begin_anew() -> None:
    again = struct.pack("<I", 2) + use() + use(1) + struct.pack("<i", -1) + struct.pack("<iiI", -1, 5, 0x10)
    lists = lists_of(*tables(simple=True, levels=[level(1, 0, "第\x00条")], uses=again))
    assert [lists.counted("1", 0), lists.counted("2", 0), lists.counted("1", 0)] == ["第1条", "第5条", "第2条"]


def test_bullets_and_lists_that_are_not_there_have_no_number() -> None:
    bullet = struct.pack("<I", 1) + use() + struct.pack("<i", -1)
    lists = lists_of(*tables(simple=True, levels=[level(1, 23, "•")], uses=bullet))
    assert [lists.counted(name, 0) for name in ("1", "9", "63489")] == ["", "", ""]


def test_tables_that_are_cut_anywhere_end_without_an_error() -> None:
    side, lists_at, uses_at = tables(simple=False, levels=NINE, uses=struct.pack("<I", 1) + use(1) + bytes(12))
    for end in range(len(side)):
        lists_of(side[:end], lists_at, uses_at)
