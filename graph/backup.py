"""What cannot be made anew, in one file: the facts, judgements, log and settings of a workspace.

In:  a workspace. Out: a .tar.gz; and back again. The graph is not in it: it is rebuilt from the rest.
"""

import io
import os
import tarfile
from pathlib import Path, PurePosixPath

from extract.errors import ReadError, StoreError
from graph.workspace import Workspace

MARK = "zhize-backup"
VERSION = "1"
TOP = ("zhize.toml", "judgements.jsonl", "log.jsonl")


def write_backup(workspace: Workspace, path: Path) -> int:
    """Writes the backup beside its final name and renames it; the count of documents."""
    sources = workspace.sources()
    files = [workspace.folder / name for name in TOP if (workspace.folder / name).exists()]
    files += [file for source in sources for file in sorted(workspace.facts_folder.glob(f"{source.sha256}.*"))]
    aside = path.with_name(f".{path.name}.new")
    try:
        with tarfile.open(aside, "w:gz") as archive:
            said = VERSION.encode()
            mark = tarfile.TarInfo(MARK)
            mark.size = len(said)
            archive.addfile(mark, io.BytesIO(said))
            for file in files:
                archive.add(file, arcname=file.relative_to(workspace.folder).as_posix())
        os.replace(aside, path)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; choose another place") from error
    finally:
        aside.unlink(missing_ok=True)
    return len(sources)


def restore_backup(path: Path, workspace: Workspace) -> int:
    """Puts a backup into an empty workspace; the count of documents. Nothing is written before the whole file was read."""
    if workspace.sources() or workspace.judgements_path.exists():
        raise StoreError(f"{workspace.folder} holds documents or judgements already; restore into a new folder")
    content = _content(path)
    workspace.prepare()
    try:
        for name in sorted(content, key=lambda n: (n.endswith(".source.json"), n)):  # the source says that all is there
            target = workspace.folder / name
            aside = target.with_name(f".{target.name}.new")
            aside.write_bytes(content[name])
            os.replace(aside, target)
    except OSError as error:
        raise StoreError(f"cannot write {workspace.folder}: {error.strerror}") from error
    return len(workspace.sources())


def _content(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isreg() else None
                if file is None or not _ours(member.name):
                    raise ReadError(f"{path} holds {member.name!r}, which is no part of a backup of Zhize")
                found[member.name] = file.read()
    except (OSError, EOFError, tarfile.TarError) as error:
        raise ReadError(f"{path} cannot be read as a backup of Zhize: {error}") from error
    if found.pop(MARK, b"").decode() != VERSION:
        raise ReadError(f"{path} is no backup of Zhize, or one of another version")
    return found


def _ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name in (MARK, *TOP) or (len(parts) == 2 and parts[0] == "facts" and not parts[1].startswith("."))
