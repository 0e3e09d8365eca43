"""What cannot be made anew, in one file: the facts, judgements, log and settings of a workspace.

In:  a workspace. Out: a .tar.gz with a manifest of checksums; and back again. The graph is not in it: it is rebuilt from the rest.

The comment of the gzip header holds the checksum of all that follows it, so that no bit of an archive can change unseen; tar and gzip
read such a file as any other. `zhize-backup` in it says the version, `manifest.json` the size and checksum of each file.
"""

import os
import shutil
import tomllib
from pathlib import Path

from extract.errors import ReadError, StoreError
from graph.keeping.archive import LIMIT, TOP, packed, read_archive
from graph.keeping.durable import write_whole
from graph.keeping.restored import check_restored
from graph.workspace import Workspace

RESTORING = ".restoring"


def write_backup(workspace: Workspace, path: Path) -> int:
    """Writes the backup beside its final name and renames it; the count of documents. What is damaged is not backed up but said."""
    workspace.check()
    sources = workspace.sources()
    files = [workspace.folder / name for name in TOP if (workspace.folder / name).exists()]
    files += [file for source in sources for file in sorted(workspace.facts_folder.glob(f"{source.sha256}.*"))]
    workspace.spare(path)
    try:
        write_whole(path, packed({file.relative_to(workspace.folder).as_posix(): file.read_bytes() for file in files}))
    except OSError as error:
        raise StoreError("cannot_write_place", path=path, fault=error) from error
    return len(sources)


def restore_backup(path: Path, workspace: Workspace, limit: int = LIMIT) -> tuple[int, str | None]:
    """Puts a backup into an empty workspace; the count of documents, and the store that its settings name, which they no longer do.

    Nothing is written before all of it was read and checked; then it is written aside, and the facts take their name as a whole, last:
    what a crash leaves is no workspace with a part of it, and restoring again begins anew.
    """
    aside = workspace.folder / RESTORING
    if workspace.sources() or (workspace.judgements_path.exists() and not aside.exists()):
        raise StoreError("workspace_not_empty", folder=workspace.folder)
    content = check_restored(read_archive(path, limit))
    store = None
    if "zhize.toml" in content:
        content["zhize.toml"], store = _without_store(content["zhize.toml"], path)
    workspace.prepare()
    try:
        shutil.rmtree(aside, ignore_errors=True)
        (aside / "facts").mkdir(parents=True)
        for name, data in content.items():
            write_whole(aside / name, data)
        for name in TOP:
            if name in content:
                os.replace(aside / name, workspace.folder / name)
        workspace.facts_folder.rmdir()  # empty, else it would hold documents
        os.replace(aside / "facts", workspace.facts_folder)
        aside.rmdir()
    except OSError as error:
        raise StoreError("cannot_write", path=workspace.folder, fault=error) from error
    return len(workspace.sources()), store


def _without_store(content: bytes, path: Path) -> tuple[bytes, str | None]:
    """The settings of an archive without the store that they name: where a password goes is for the user's own settings to say."""
    try:
        text = content.decode("utf-8-sig")
        store = tomllib.loads(text).get("store")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ReadError("backup_toml_unread", path=path, fault=error) from error
    if store is None:
        return content, None
    kept = "".join(
        f"# {line}" if line.lstrip().startswith(("store", '"store"', "'store'")) else line
        for line in text.splitlines(True)
    )
    try:
        left = tomllib.loads(kept).get("store")
    except tomllib.TOMLDecodeError:
        left = store
    if left is not None:
        raise ReadError("backup_store_stays", path=path)
    return kept.encode(), str(store)
