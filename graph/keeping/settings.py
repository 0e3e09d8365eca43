"""The settings of a workspace, typed and checked once; and which stores the user has confirmed.

In:  zhize.toml. Out: WorkspaceSettings, or a StoreError that names file and key.

A workspace may come from somebody else, so the store that its settings name is used only where the user's own settings say so too:
the option --store, the variable ZHIZE_STORE, or `stores` in the user's settings file. Else a password would go wherever a folder says.

    # ~/.config/zhize/settings.toml
    stores = ["bolt://127.0.0.1:7687"]
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.errors import ReadError, StoreError
from extract.typed_toml import read_toml

FILE = "zhize.toml"
TEMPLATE = """\
# Settings of this Zhize workspace.

# Where the graph is kept: an embedded file beside this one if not given, or bolt://host:7687, neo4j://host:7687. It is used only if your
# own settings confirm it (docs/security.md).
# store = "bolt://127.0.0.1:7687"

# GB/T 2260 code of documents whose jurisdiction no manifest says; without it the masthead decides.
# jurisdiction = "420117"

# The same for one folder or file; the path is absolute or begins at this file.
# [[source]]
# path = "../gazettes/xinzhou"
# jurisdiction = "420117"
"""


@dataclass(frozen=True, slots=True)
class SourceSetting:
    """One [[source]]: whose documents lie in a folder."""

    path: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class WorkspaceSettings:
    """What zhize.toml says."""

    store: str | None = None
    jurisdiction: str | None = None
    source: tuple[SourceSetting, ...] = ()


@dataclass(frozen=True, slots=True)
class UserSettings:
    """What the user's own settings file says, for all workspaces."""

    stores: tuple[str, ...] = ()


def workspace_settings(folder: Path) -> WorkspaceSettings:
    """What zhize.toml of a workspace says; nothing where there is none."""
    path = folder / FILE
    try:
        state = path.stat()
    except OSError:
        return WorkspaceSettings()
    return _read(path, state.st_mtime_ns, state.st_size)


def user_settings_path() -> Path:
    """Where the user's own settings lie: ZHIZE_SETTINGS, else settings.toml in the folder that the system has for such files."""
    if named := os.environ.get("ZHIZE_SETTINGS"):
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("APPDATA") or Path.home()) / "zhize" / "settings.toml"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "zhize" / "settings.toml"


def confirmed_store(folder: Path, own: str) -> str:
    """The store of a workspace: its own graph, or the one that its settings name, if the user has confirmed it."""
    url = workspace_settings(folder).store
    if not url or url == own:
        return own
    path = user_settings_path()
    try:
        stores = read_toml(path, UserSettings).stores if path.exists() else ()
    except ReadError as error:
        raise StoreError(error.reason) from error
    if url not in stores:
        raise StoreError("store_unconfirmed", file=folder / FILE, url=repr(url[:200]), path=path)
    return url


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int, _size: int) -> WorkspaceSettings:
    try:
        return read_toml(path, WorkspaceSettings)
    except ReadError as error:
        raise StoreError(error.reason) from error
