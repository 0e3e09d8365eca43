"""Archives of a workspace: written with checksums, read to the last byte, within limits.

In:  files by name, or an archive. Out: an archive, or its files; a ReadError for one of which any bit was changed.

    1f 8b 08 10 …  <64 hex digits of the checksum of all that follows> 00  deflated: tar(zhize-backup, manifest.json, zhize.toml, facts/…)

An archive of version 0.1 has neither comment nor manifest: its own check sum of gzip is verified, which misses one change in 4 billion.
"""

import gzip
import hashlib
import io
import json
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from extract.errors import ReadError
from graph.keeping.shapes import SHA256
from graph.keeping.sources import PARTS, sum_of

MARK = "zhize-backup"
MANIFEST = "manifest.json"
VERSION = b"2"
BEFORE_SUMS = b"1"  # the version that Zhize 0.1 wrote
TOP = ("zhize.toml", "judgements.jsonl", "log.jsonl", "state.json")
HEAD = b"\x1f\x8b\x08\x10\x00\x00\x00\x00\x02\xff"  # gzip, deflated, with a comment, no time, slowest, of no system
DIGITS = 64
LIMIT = 2_000_000_000  # bytes that an archive may unpack to, unless the user says more
PIECE = 1 << 20


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, with a manifest of their checksums; equal files give equal bytes."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive:
        sums = {name: {"size": len(content), "sha256": sum_of(content)} for name, content in files.items()}
        head = {MARK: VERSION, MANIFEST: json.dumps({"files": sums}, ensure_ascii=False).encode()}
        for name, content in (head | dict(files)).items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    squeezed = gzip.compress(raw.getvalue(), compresslevel=6, mtime=0)[len(HEAD) :]
    return HEAD + hashlib.sha256(squeezed).hexdigest().encode() + b"\0" + squeezed


def read_archive(path: Path, limit: int = LIMIT) -> dict[str, bytes]:
    """The files of an archive, all of it verified; raises ReadError for one that is damaged, foreign or too large."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("backup_unread", path=path, fault=error) from error
    try:
        summed = _check_sum(data, path)
        members = dict(_members(_unpacked(data, limit, path), path))
    except (OSError, EOFError, zlib.error, tarfile.TarError, ValueError, OverflowError) as error:
        raise ReadError("backup_cut_off", path=path, fault=error) from error
    mark = members.pop(MARK, b"")
    if mark != (VERSION if summed else BEFORE_SUMS):
        raise ReadError("no_backup", path=path)
    if summed:
        _check_manifest(members, path)
    return members


def _check_sum(data: bytes, path: Path) -> bool:
    """Whether the archive bears a checksum of itself; raises ReadError where that is not right."""
    if data[3:4] != HEAD[3:4]:
        return False
    begin = len(HEAD) + DIGITS
    digest, rest = data[len(HEAD) : begin], data[begin + 1 :]
    if (
        data[: len(HEAD)] != HEAD
        or data[begin : begin + 1] != b"\0"
        or hashlib.sha256(rest).hexdigest().encode() != digest
    ):
        raise ReadError("backup_changed", path=path)
    return True


def _unpacked(data: bytes, limit: int, path: Path) -> bytes:
    """The tar, decompressed to its last byte, so that its check sum is verified; no more than the limit is held."""
    total = 0
    with gzip.open(io.BytesIO(data)) as stream:  # counted before any of it is kept
        while piece := stream.read(PIECE):
            total += len(piece)
            if total > limit:
                raise ReadError("backup_too_large", path=path, most=f"{limit // 1000000:,}")
    return gzip.decompress(data)


def _members(tar: bytes, path: Path) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    with tarfile.open(fileobj=io.BytesIO(tar), mode="r:") as archive:
        for member in archive:
            if not member.isreg() or not _ours(member.name):
                raise ReadError("backup_foreign", path=path, name=repr(member.name[:80]))
            if member.name in seen:
                raise ReadError("backup_twice", path=path, name=repr(member.name))
            seen.add(member.name)
            file = archive.extractfile(member)
            assert file is not None
            yield member.name, file.read()


def _check_manifest(found: dict[str, bytes], path: Path) -> None:
    manifest: Any = msgspec.json.decode(found.pop(MANIFEST, b"{}"))
    files = manifest.get("files") if isinstance(manifest, dict) else None
    there = {name: {"size": len(content), "sha256": sum_of(content)} for name, content in found.items()}
    if files != there:
        raise ReadError("backup_manifest", path=path)


def _ours(name: str) -> bool:
    if name in (MARK, MANIFEST, *TOP):
        return True
    folder, _, file = name.partition("/")
    return folder == "facts" and bool(SHA256.fullmatch(file[:DIGITS])) and file[DIGITS:] in PARTS
