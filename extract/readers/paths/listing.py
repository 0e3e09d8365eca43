"""Paths → the documents that they stand for, each path accounted for: to be read, refused, or passed over with a reason.

In:  files and folders as given   Out: Listing(files, refused, passed)

Given paths that cannot be read are refused; what a folder holds beside documents (links, pipes, hidden files, programs) is
passed over. A ZIP stands for the documents that it holds.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from extract.errors import GazetteError, ReadError
from extract.readers.kinds import Kind, kind_of
from extract.readers.limits import LIMITS, Limits
from extract.readers.paths.archive import member_of, members_of
from extract.readers.paths.manifest import FILE_NAME, Manifest, absent, load_manifest
from extract.wording.reasons import Reason, reason

LOCKS = ("~$", ".~lock.")  # what office programs leave beside an open document
SYSTEM = {"thumbs.db", "desktop.ini", "icon\r", "__macosx"}
NO_DOCUMENTS = frozenset(
    [
        ".py",
        ".pyc",
        ".js",
        ".mjs",
        ".ts",
        ".css",
        ".scss",
        ".json",
        ".jsonl",
        ".ndjson",
        ".toml",
        ".yaml",
        ".yml",
        ".ini",
        ".cfg",
        ".conf",
        ".sh",
        ".bat",
        ".ps1",
        ".sql",
        ".log",
        ".xml",
        ".xsl",
        ".xsd",
        ".svg",
        ".lock",
        ".c",
        ".h",
        ".cpp",
        ".java",
        ".go",
        ".rs",
        ".rb",
        ".php",
        ".ipynb",
        ".tex",
        ".bib",
        ".patch",
        ".diff",
        ".part",
    ]
)
HEAD = 65_536  # bytes that tell the kind of a file in a folder

NOT_THERE = reason("listed_not_there")


@dataclass(frozen=True, slots=True)
class File:
    """One document to be read: its path, the folder its name is relative to, and its place in an archive."""

    path: Path
    root: Path
    manifest: Manifest = field(default_factory=Manifest, repr=False)
    jurisdiction: str | None = None  # counts where the manifest says none
    members: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the document in facts: the path relative to the root, then the place in the archive."""
        inner = self.path.relative_to(self.root).as_posix() if self.path != self.root else self.path.name
        return printable("/".join((inner, *self.members)))

    @property
    def shown(self) -> str:
        """The path as a message shows it."""
        return printable("/".join((str(self.path), *self.members)))

    def data(self, limits: Limits = LIMITS) -> bytes:
        """The bytes of the document; raises ReadError."""
        data = bytes_of(self.path, limits)
        for index, member in enumerate(self.members):
            data = member_of(data, member, printable("/".join((str(self.path), *self.members[: index + 1]))), limits)
        return data


@dataclass(frozen=True, slots=True)
class Aside:
    """A path that is not read, and why: refused (what to do about it) or passed over."""

    path: str
    reason: Reason

    @property
    def why(self) -> str:
        """Why, in English."""
        return self.text("en")

    @property
    def line(self) -> Reason:
        """The path and why, as one line."""
        named = self.reason.text("en").startswith(f"{self.path}: ")
        return self.reason if named else reason("path_refused", path=self.path, why=self.reason)

    def text(self, language: str) -> str:
        """Why, in zh or en, without the path before it."""
        return self.reason.text(language).removeprefix(f"{self.path}: ")


@dataclass(slots=True)
class Listing:
    """What paths come to."""

    files: list[File] = field(default_factory=list)
    refused: list[Aside] = field(default_factory=list)
    passed: list[Aside] = field(default_factory=list)


def printable(text: str) -> str:
    """A name that a terminal can show and a file can hold: bytes that are no UTF-8, controls, as escapes."""
    plain = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode("ascii") for c in plain)


def listing(paths: Iterable[Path], limits: Limits = LIMITS) -> Listing:
    """The documents that paths stand for, in order, and what becomes of everything else that was given or found."""
    listed = Listing()
    for path in paths:
        try:
            _given(path, listed, limits)
        except (GazetteError, OSError, ValueError) as error:
            listed.refused.append(Aside(printable(str(path)), _said(error)))
    return listed


def _said(error: Exception) -> Reason:
    if isinstance(error, GazetteError):
        return error.reason
    return reason("cannot_be_read_because", fault=error)


def _given(path: Path, found: Listing, limits: Limits) -> None:
    """Sorts one given path; a link is followed, for somebody named it."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise ReadError("no_such_path") from None
    if path.name == FILE_NAME and stat.S_ISREG(mode):
        raise ReadError("manifest_given")
    if stat.S_ISDIR(mode):
        manifest = load_manifest(path)
        count = len(found.files), len(found.refused)
        for inner in _walk(path, found):
            _sort(File(inner, path, manifest), found, limits)
        found.passed += (Aside(printable(str(path / name)), NOT_THERE) for name in absent(path, manifest))
        if count == (len(found.files), len(found.refused)):
            raise ReadError("folder_without_documents")
        return
    if why := _no_file(mode):
        raise ReadError("no_regular_file", what=why)
    file = File(path, path.parent, load_manifest(path.parent))
    _opened(file, found, limits)


def _walk(folder: Path, found: Listing) -> Iterator[Path]:
    """The files of a folder and its subfolders in the order of their names; what is none of ours is passed over."""

    def unreadable(error: OSError) -> None:
        found.passed.append(Aside(printable(str(error.filename)), reason("folder_unread", fault=error)))

    files: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=unreadable):
        for name in list(folders):
            path = Path(root, name)
            if why := (reason("a_link") if path.is_symlink() else _unwelcome(name) or _workspace(path)):
                folders.remove(name)
                found.passed.append(Aside(printable(str(path)), why))
        files += (Path(root, name) for name in names)
    yield from sorted(files)


def _workspace(folder: Path) -> Reason | None:
    try:
        is_one = (folder / "zhize.toml").is_file() and (folder / "facts").is_dir()
    except OSError:  # a folder that nobody may look into: the walk says so
        return None
    return reason("a_workspace") if is_one else None


def _sort(file: File, found: Listing, limits: Limits) -> None:
    """Sorts one file that was found in a folder."""
    path = file.path
    try:
        mode = path.lstat().st_mode
        why = _no_file(mode) or _unwelcome(path.name)
        if why is None and path.suffix.lower() in NO_DOCUMENTS:
            why = reason("no_kind_read_ending", ending=path.suffix)
        if why is None:
            why = _foreign(path)
        if why:
            found.passed.append(Aside(file.shown, why))
        else:
            _opened(file, found, limits)
    except OSError as error:
        found.refused.append(Aside(file.shown, reason("cannot_be_read_because", fault=error)))


def _foreign(path: Path) -> Reason | None:
    """Why a file that was found is not a document at all, by the first of its bytes; None for what a reader decides."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if path.suffix.lower() in {".txt", ".text"} or not head:
        return None
    try:
        kind = kind_of(head, path.name)
    except ReadError:
        return None
    if kind in {Kind.SOUND_OR_FILM, Kind.PROGRAM}:
        return reason("no_kind_read")
    if kind is Kind.TEXT and b"\x00" in head:
        from extract.readers.encodings import decoded

        try:
            decoded(head[: len(head) & ~1], path.name)
        except ReadError:
            return reason("no_kind_read")
    return None


def _opened(file: File, found: Listing, limits: Limits) -> None:
    """Adds a file, or the documents of one that is an archive."""
    with file.path.open("rb") as stream:
        head = stream.read(4)
    if head not in (b"PK\x03\x04", b"PK\x05\x06"):
        found.files.append(file)
        return
    try:
        inner = members_of(bytes_of(file.path, limits), file.shown, limits)
    except ReadError as error:
        found.refused.append(Aside(file.shown, error.reason))
        return
    if inner is None:
        found.files.append(file)
        return
    before = len(found.files), len(found.refused)
    for members, why in inner:
        one = File(file.path, file.root, file.manifest, file.jurisdiction, members)
        name = members[-1]
        aside = why or _unwelcome(PurePath(name).name)
        if aside is None and any(part.lower() in SYSTEM or part.startswith(".") for part in PurePath(name).parts):
            aside = reason("hidden")
        if aside is None and PurePath(name).suffix.lower() in NO_DOCUMENTS:
            aside = reason("no_kind_read_ending", ending=PurePath(name).suffix)
        if aside is None:
            found.files.append(one)
        elif aside is why:
            found.refused.append(Aside(one.shown, aside))
        else:
            found.passed.append(Aside(one.shown, aside))
    if before == (len(found.files), len(found.refused)):
        found.refused.append(Aside(file.shown, reason("archive_without_document")))


def _no_file(mode: int) -> Reason | None:
    for test, what in (
        (stat.S_ISLNK, "a_link"),
        (stat.S_ISFIFO, "a_pipe"),
        (stat.S_ISSOCK, "a_socket"),
        (stat.S_ISCHR, "a_device"),
        (stat.S_ISBLK, "a_device"),
    ):
        if test(mode):
            return reason(what)
    return None


def _unwelcome(name: str) -> Reason | None:
    """Why a name is none of a document: hidden, a lock, the manifest."""
    if name == FILE_NAME:
        return reason("the_manifest")
    if name.startswith(LOCKS):
        return reason("office_lock")
    if name.startswith("."):
        return reason("hidden")
    return reason("no_kind_read") if name.lower() in SYSTEM else None


def bytes_of(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file, which must be one and not too large; raises ReadError otherwise."""
    shown = printable(str(path))
    most = limits.megabytes * 1_000_000
    try:
        if (why := _no_file(path.stat().st_mode)) is not None:
            raise ReadError("not_a_file", name=shown, what=why)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise ReadError("cannot_be_read", name=shown, fault=error) from error
    except ValueError as error:
        raise ReadError("cannot_be_read", name=shown, fault=error) from error
    if len(data) > most:
        raise ReadError("too_many_megabytes", name=shown, most=limits.megabytes)
    return data
