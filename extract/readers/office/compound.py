"""Compound files (OLE): the streams of a .doc, by the tables of sectors that the file holds.

In:  bytes   Out: stream(data, "WordDocument"); every chain is followed at most once through each sector
"""

import struct
from collections.abc import Sequence

from extract.errors import ReadError

FREE = 0xFFFFFFFA  # from here on a number is no sector
SMALL_STREAM = 4096
ENTRY = 128  # bytes of an entry of the directory


class Compound:
    """A compound file, opened for reading."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name
        if len(data) < 512:
            raise self.damaged()
        self.size = 1 << self._bounded(struct.unpack_from("<H", data, 30)[0], 9, 12)
        self.mini = 1 << self._bounded(struct.unpack_from("<H", data, 32)[0], 6, 6)
        self.table = self._table()
        first_directory, first_mini = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 60)[0]
        directory = self._chain(first_directory, self.table)
        self.entries: dict[str, tuple[int, int]] = {}
        root = (FREE, 0)
        for index in range(0, len(directory) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", directory, index + 64)
            title = directory[index : index + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", directory, index + 116)
            if kind == 5:
                root = (start, size)
            elif kind == 2:
                self.entries.setdefault(title, (start, size))
        minis = self._chain(first_mini, self.table) if first_mini < FREE else b""
        self.mini_table: Sequence[int] = struct.unpack(f"<{len(minis) // 4}I", minis[: len(minis) // 4 * 4])
        self.mini_data = self._chain(root[0], self.table) if root[0] < FREE else b""

    def damaged(self) -> ReadError:
        """The error of a file whose tables make no sense."""
        return ReadError("word_damaged", name=self.name)

    def stream(self, title: str) -> bytes:
        """The bytes of a stream; empty if there is none."""
        if title not in self.entries:
            return b""
        start, size = self.entries[title]
        if size >= SMALL_STREAM:
            return self._chain(start, self.table)[:size]
        return self._small(start)[:size]

    def _bounded(self, value: int, least: int, most: int) -> int:
        if not least <= value <= most:
            raise self.damaged()
        return value

    def _table(self) -> Sequence[int]:
        sectors = [s for s in struct.unpack_from("<109I", self.data, 76) if s < FREE]
        following, seen = struct.unpack_from("<I", self.data, 68)[0], set()
        while following < FREE and following not in seen:
            seen.add(following)
            block = self._sector(following)
            numbers = struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
            if not numbers:
                break
            sectors += [s for s in numbers[:-1] if s < FREE]
            following = numbers[-1]
        joined = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        position = (number + 1) * self.size
        return self.data[position : position + self.size]

    def _chain(self, start: int, table: Sequence[int]) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        while start < FREE and start < len(table) and start not in seen:
            seen.add(start)
            parts.append(self._sector(start))
            start = table[start]
        return b"".join(parts)

    def _small(self, start: int) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        while start < len(self.mini_table) and start not in seen:
            seen.add(start)
            parts.append(self.mini_data[start * self.mini : (start + 1) * self.mini])
            start = self.mini_table[start]
        return b"".join(parts)
