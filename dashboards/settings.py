"""What the user's environment says, and the options that win over it. The only reader of environment variables among the faces.

ZHIZE_WORKSPACE=./zhize-data   the workspace folder
ZHIZE_STORE=neo4j://host:7687  the graph to ask, if it is not the workspace's own
ZHIZE_LANGUAGE=zh              zh or en
ZHIZE_HOSTS=name,name          names under which the app is served, beside 127.0.0.1 and localhost
ZHIZE_BASE=https://… the address that copied links and citations begin with, where the app is served under another
ZHIZE_READ_ONLY=1              the app takes no files and no decisions
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dashboards.texts.language import LANGUAGES, language_of
from extract.errors import StoreError
from graph.places import Places

if TYPE_CHECKING:  # loaded by the commands that read or write a workspace
    from graph.workspace import Workspace

DEFAULT_WORKSPACE = "zhize-data"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the graph is, and in which language it is shown."""

    workspace: Path
    store_url: str
    language: str
    read_only: bool = False

    @property
    def texts(self) -> Path:
        """Where the documents as printed lie that belong to a server's graph."""
        return Places(self.workspace).texts_path


def settings(workspace: Path | None = None, store: str | None = None, language: str | None = None) -> Settings:
    """The settings: an option if given, else the environment, else the default. Reads the workspace's own settings; raises StoreError for a workspace that is not there."""
    folder, url = _place(workspace, store)
    if url is None:
        if not folder.is_dir():
            raise StoreError("no_workspace_make_there", folder=folder, again=folder)
        url = Places(folder).store_url
    return Settings(folder, url, language_of(language), read_only=os.environ.get("ZHIZE_READ_ONLY") == "1")


def settings_for_building(workspace: Path | None = None, store: str | None = None) -> Settings:
    """The settings of a command that makes the workspace if there is none."""
    folder, url = _place(workspace, store)
    return Settings(folder, url or Places(folder).store_url, LANGUAGES[0])


def workspace_of(workspace: Path | None = None) -> "Workspace":
    """The workspace of a command that needs no graph."""
    from graph.workspace import Workspace

    return Workspace(_place(workspace, None)[0])


def base_address() -> str | None:
    """The address that links to the app begin with, where it is not the one in the browser."""
    return os.environ.get("ZHIZE_BASE", "").rstrip("/") or None


def allowed_hosts() -> frozenset[str]:
    """The names under which the app may be asked for."""
    more = os.environ.get("ZHIZE_HOSTS", "").lower().split(",")
    return frozenset({"127.0.0.1", "localhost", "::1", *(name.strip() for name in more if name.strip())})


def _place(workspace: Path | None, store: str | None) -> tuple[Path, str | None]:
    folder = workspace or Path(os.environ.get("ZHIZE_WORKSPACE") or DEFAULT_WORKSPACE)
    return folder, store or os.environ.get("ZHIZE_STORE") or None


def environment_for(found: Settings) -> dict[str, str]:
    """The environment of a process that is to see the same settings."""
    return dict(
        os.environ,
        ZHIZE_WORKSPACE=str(found.workspace.absolute()),
        ZHIZE_STORE=found.store_url,
        ZHIZE_LANGUAGE=found.language,
    )
