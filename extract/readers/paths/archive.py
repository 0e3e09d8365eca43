"""ZIP archives: the documents in them, also in archives within, without unpacking anything onto the disk.

In:  bytes of a .zip   Out: the places of its members; the bytes of one. Bombs, passwords and broken members end as one line each
"""

import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

from extract.errors import ReadError
from extract.names.marks import HAN_CHARACTER
from extract.readers.kinds import Kind, kind_of
from extract.readers.limits import LIMITS, Limits
from extract.wording.reasons import Reason, reason

DEEPEST = 3  # archives within archives
MOST_RATIO = 500  # unpacked by packed size, from which on it is a bomb
SMALL = 10_000_000  # bytes that may unpack at any ratio
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, MemoryError)
Member = tuple[tuple[str, ...], Reason | None]  # its place; why it is refused, None if it is read


def members_of(data: bytes, name: str, limits: Limits = LIMITS, depth: int = 1) -> list[Member] | None:
    """The members of an archive; None if the bytes are a document that is only packed as one (DOCX, XLSX …); raises ReadError for an archive that is damaged or too large."""
    if kind_of(data, name) is not Kind.ZIP:
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    except BROKEN as error:
        raise ReadError("archive_damaged", name=name, fault=error) from error
    if len(entries) > limits.members:
        raise ReadError("archive_too_many", name=name, most=f"{limits.members:,}")
    if sum(entry.file_size for entry in entries) > limits.megabytes * 1_000_000:
        raise ReadError("unpack_folder", name=name, most=limits.megabytes)
    members: list[Member] = []
    for entry in entries:
        shown = _name(entry)
        if entry.flag_bits & 1:
            members.append(((shown,), reason("encrypted_member")))
        elif shown.lower().endswith(".zip"):
            members += _within(data, shown, name, limits, depth)
        else:
            members.append(((shown,), None))
    return _once(members)


def _once(found: list[Member]) -> list[Member]:
    """Each place once: of two members of one name only the first can be told apart."""
    seen: set[tuple[str, ...]] = set()
    once: list[Member] = []
    for path, why in found:
        once.append((path, why if path not in seen else reason("second_of_name")))
        seen.add(path)
    return once


def _within(data: bytes, member: str, name: str, limits: Limits, depth: int) -> list[Member]:
    if depth >= DEEPEST:
        return [((member,), reason("archive_too_deep", depth=depth))]
    try:
        inner = member_of(data, member, f"{name}/{member}", limits)
        members = members_of(inner, f"{name}/{member}", limits, depth + 1)
    except ReadError as error:
        return [((member,), error.reason)]
    return [((member,), None)] if members is None else [((member, *path), why) for path, why in members]


def member_of(data: bytes, member: str, name: str, limits: Limits = LIMITS) -> bytes:
    """The bytes of one member, by the name that `members_of` gave it; raises ReadError where it is not there, damaged or too large."""
    most = limits.megabytes * 1_000_000
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entry = next(each for each in packed.infolist() if _name(each) == member)
            if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
                raise ReadError("unpacks_times", name=name, times=entry.file_size // max(1, entry.compress_size))
            with packed.open(entry) as stream:
                content = stream.read(most + 1)
    except StopIteration as error:
        raise ReadError("not_in_archive", name=name) from error
    except BROKEN as error:
        raise ReadError("damaged_in_archive", name=name, fault=error) from error
    if len(content) > most:
        raise ReadError("unpacks_leave_out", name=name, most=limits.megabytes)
    return content


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of a member: UTF-8 where it says so, else GB18030, which is what Chinese systems write."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            name = raw.decode(encoding)
            if name.isascii() or HAN_CHARACTER.search(name):  # 通知 in GB18030 reads as Hebrew in UTF-8
                return name
    return entry.filename
