"""Makes the search index of a graph in a process of its own, so that who reads the pages meanwhile does not wait for it.

In:  python -m queries.search.making URL FOLDER [TEXTS], with a pipe as standard input. Out: the index in the folder; it ends with who started it.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path

from graph.stores.store import Store, open_store
from queries.search.index import index_of

KINDNESS = 5  # by how much the pages go first


def made_beside(store: Store, folder: Path) -> bool:
    """Makes the index of a store's graph in the folder, by another process; whether that came about."""
    texts = store.texts.path
    command = [sys.executable, "-m", "queries.search.making", store.url, str(folder), *([str(texts)] if texts else [])]
    try:
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as one:
            return one.wait() == 0
    except OSError:
        return False


def main(url: str, folder: str, texts: str | None = None) -> None:
    """Makes the index."""
    threading.Thread(target=_end_with_parent, daemon=True, name="watch the parent").start()
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    with open_store(url, texts=Path(texts) if texts else None) as store:
        index_of(store, Path(folder)).close()


def _end_with_parent() -> None:
    while os.read(0, 1024):  # not by sys.stdin, whose lock a process that ends would wait for
        pass
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
