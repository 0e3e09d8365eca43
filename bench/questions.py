"""Every question on generated small graphs: the same table on both stores, and what must hold between two answers.

    python -m bench.questions --graphs 1000                            # embedded: narrower, places, other names
    python -m bench.questions --graphs 1000 --neo4j bolt://127.0.0.1:7687   # and the same table on both stores; EMPTIES that server

The first seed that breaks something is named with the question; the same seed gives the same graph again.
"""

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from graph.projection.project import project
from graph.stores.store import open_store
from tests.queries.metamorphic import check_both, check_narrower, check_places, check_renamed, load, of_seed
from tests.queries.random_corpora import OTHER_PEOPLE, corpus_of


def main() -> None:
    """Runs the checks and prints what was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", type=int, default=100)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--neo4j", metavar="URL")
    given = parser.parse_args()
    broken: Counter[str] = Counter()
    asked = 0
    began = time.process_time()
    for seed in range(given.first, given.first + given.graphs):
        try:
            asked += one_graph(seed, given.neo4j)
        except AssertionError as error:
            broken[str(error.args[0][0] if error.args and isinstance(error.args[0], tuple) else error)[:60]] += 1
            print(f"seed {seed}: {str(error)[:600]}", flush=True)
    print(f"{given.graphs} graphs, {asked} answers compared, {sum(broken.values())} broken {dict(broken)}, "
          f"{time.process_time() - began:.0f} s of CPU")  # fmt: skip


def one_graph(seed: int, server: str | None) -> int:
    """All checks on the graph of a seed; the number of questions compared on both stores."""
    with tempfile.TemporaryDirectory() as folder:
        here_url = of_seed(seed, Path(folder))
        with open_store(here_url) as here, open_store(of_seed(seed, Path(folder), OTHER_PEOPLE)) as renamed:
            check_narrower(here)
            check_places(here)
            check_renamed(here, renamed)
            if server is None:
                return 0
            load(project(corpus_of(seed)).projection, server)
            with open_store(server) as there:
                return len([*check_both(here, there)])


if __name__ == "__main__":
    main()
