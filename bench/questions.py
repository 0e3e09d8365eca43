"""Every question on generated small graphs: the same table on both stores, and what must hold between two answers.

    python -m bench.questions --graphs 1000                            # embedded: narrower, places, other names
    python -m bench.questions --graphs 1000 --neo4j bolt://127.0.0.1:7687   # and the same table on both stores; EMPTIES that server

The server goes from one graph to the next by the difference of the two, so that it keeps its indexes and the plans that it has made:
most of what a small graph costs a server is planning. It plans anew every ten seconds once numbers of nodes have changed much; a
thousand graphs want dbms.cypher.min_replan_interval=1000h in its configuration.
Each seed that breaks something is named with the question; the same seed gives the same graph again.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.projection.draft import differences
from graph.projection.project import Build, project
from graph.stores.store import Store, open_store
from graph.stores.texts import Texts
from tests.queries.metamorphic import check_both, check_narrower, check_places, check_renamed, check_sums, of_seed
from tests.queries.random_corpora import OTHER_PEOPLE, corpus_of

Server = Callable[[Build, Texts], Store]


def main() -> None:
    """Runs the checks and prints what was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", type=int, default=100)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--neo4j", metavar="URL")
    parser.add_argument("--only-stores", action="store_true", help="only compare the stores")
    given = parser.parse_args()
    with server(given.neo4j) as put:
        campaign(range(given.first, given.first + given.graphs), put, alike=not given.only_stores)


def campaign(seeds: range, put: Server | None, *, alike: bool) -> None:
    """All checks on the graph of each seed; says each that breaks, and the sum."""
    broken: Counter[str] = Counter()
    asked = 0
    began = time.process_time()
    for done, seed in enumerate(seeds, 1):
        try:
            asked += one_graph(seed, put, alike=alike)
        except AssertionError as error:
            broken[str(error.args[0][0] if error.args and isinstance(error.args[0], tuple) else error)[:60]] += 1
            print(f"seed {seed}: {str(error)[:2000]}", flush=True)
        if done % 50 == 0 or done == len(seeds):
            print(f"{done} graphs, {asked} answers compared, {sum(broken.values())} broken {dict(broken)}, "
                  f"{time.process_time() - began:.0f} s of CPU here", flush=True)  # fmt: skip


def one_graph(seed: int, put: Server | None, *, alike: bool) -> int:
    """All checks on the graph of a seed; the number of questions compared on both stores."""
    with tempfile.TemporaryDirectory() as folder, open_store(of_seed(seed, Path(folder))) as here:
        if alike:
            with open_store(of_seed(seed, Path(folder), OTHER_PEOPLE)) as renamed:
                check_narrower(here)
                check_places(here)
                check_sums(here)
                check_renamed(here, renamed)
        if put is None:
            return 0
        return len([*check_both(here, put(project(corpus_of(seed)), here.texts))])


@contextmanager
def server(url: str | None) -> Iterator[Server | None]:
    """Puts one projection after the other into an emptied server, by the difference to what it holds; gives it to be read."""
    if url is None:
        yield None
        return
    with open_store(url, writing=True, rebuild=True) as writer:
        writer.checkpoint()
        with open_store(url) as reader:

            def put(build: Build, texts: Texts) -> Store:
                projection, reader.texts = build.projection, texts
                scopes = {*writer.scopes(), *projection.scopes()}
                for difference in differences(
                    projection, {scope: writer.projection(scope) for scope in sorted(scopes)}
                ):
                    writer.apply(difference)
                writer.checkpoint()
                return reader

            yield put


if __name__ == "__main__":
    main()
