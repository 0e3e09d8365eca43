"""On generated graphs: a narrower period or place never gives more, places together give all, other names change nothing else, both stores agree.

`python -m bench.questions` runs the same over as many graphs as one likes.
"""

from pathlib import Path

import pytest

from graph.projection.project import project
from graph.stores.store import open_store
from tests.local_server import LocalServer
from tests.queries.metamorphic import (
    check_both,
    check_narrower,
    check_places,
    check_renamed,
    check_sums,
    load,
    of_seed,
)
from tests.queries.random_corpora import OTHER_PEOPLE, corpus_of

SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
def test_narrower_is_never_more_and_places_together_are_all(seed: int, tmp_path: Path) -> None:
    with open_store(of_seed(seed, tmp_path)) as store:
        check_narrower(store)
        check_places(store)
        check_sums(store)


@pytest.mark.parametrize("seed", [*SEEDS, 20717])  # the last: two follow in one post on one day
def test_other_names_of_the_people_change_nothing_else(seed: int, tmp_path: Path) -> None:
    with (
        open_store(of_seed(seed, tmp_path)) as here,
        open_store(of_seed(seed, tmp_path, OTHER_PEOPLE)) as there,
    ):
        check_renamed(here, there)


@pytest.mark.neo4j
@pytest.mark.parametrize("seed", SEEDS)
def test_both_stores_give_the_same_table(seed: int, tmp_path: Path, neo4j_server: LocalServer) -> None:
    texts = tmp_path / "server.texts.db"
    load(project(corpus_of(seed)), neo4j_server.url, texts)
    with open_store(of_seed(seed, tmp_path)) as here, open_store(neo4j_server.url, texts=texts) as there:
        assert len([*check_both(here, there)]) > 40
