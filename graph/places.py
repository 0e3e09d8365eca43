"""Where the things of a workspace lie. Alone in its file, so that a question, which needs no more, is quick.

In:  a folder. Out: the paths in it, and the store that its graph is kept in.
"""

from dataclasses import dataclass
from pathlib import Path

from extract.errors import StoreError
from graph.keeping.settings import confirmed_store
from graph.stores.texts import ENDING


@dataclass(frozen=True, slots=True)
class Places:
    """A workspace folder, and the places in it."""

    folder: Path

    @property
    def facts_folder(self) -> Path:
        """The folder of extractions."""
        return self.folder / "facts"

    @property
    def judgements_path(self) -> Path:
        """The file of judgements."""
        return self.folder / "judgements.jsonl"

    @property
    def log_path(self) -> Path:
        """The log of builds."""
        return self.folder / "log.jsonl"

    @property
    def graph_path(self) -> Path:
        """The embedded graph."""
        return self.folder / "graph.kgl"

    @property
    def texts_path(self) -> Path:
        """The documents as printed, beside the graph; those of a server's graph too."""
        return self.graph_path.with_name(self.graph_path.stem + ENDING)

    @property
    def store_url(self) -> str:
        """The embedded graph, or the store that the settings name, where the user has confirmed it (else StoreError)."""
        return confirmed_store(self.folder, f"kglite://{self.graph_path.absolute()}")

    def spare(self, target: Path) -> Path:
        """The target of an export, unless it is a part of the workspace, which would be lost (StoreError)."""
        path, folder = target.resolve(), self.folder.resolve()
        names = ("zhize.toml", "judgements.jsonl", "log.jsonl", "state.json", "lock", "parts.db", self.graph_path.name)
        mine = path.parent == folder and (
            path.name in names
            or path.name.startswith((f"{self.graph_path.name}-", f"{self.graph_path.name}.later", self.texts_path.name))
        )
        if mine or path == folder or any(path.is_relative_to(folder / one) for one in ("facts", "parts")):
            raise StoreError("of_workspace", path=target, folder=self.folder)
        return target
