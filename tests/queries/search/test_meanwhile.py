"""While an index is being made, names are found by their own characters, and so are passages."""

import pytest

from graph.stores.store import Store
from queries.search.meanwhile import find_meanwhile


@pytest.mark.parametrize(
    ("typed", "kind", "name", "how"),
    [
        ("赵明远", "official", "赵明远", "exact"),
        ("明远", "official", "赵明远", "holds"),
        ("柳湾", "street", "柳湾街道办事处", "starts"),
        ("区财政局局长", "post", "区财政局局长", "exact"),
        ("区发改局", "department", "区发展和改革局", "exact"),
        ("床位 养老", "task", "推进养老服务体系建设,新增养老床位200张", "holds"),
    ],
)
def test_names_are_found_by_their_characters(store: Store, typed: str, kind: str, name: str, how: str) -> None:
    found = find_meanwhile(store, typed)
    assert found.meanwhile
    assert (kind, name, how) in {(hit.kind, hit.name, hit.how) for hit in found.things}


def test_places_tell_bodies_of_one_name_apart(store: Store) -> None:
    hits = find_meanwhile(store, "区发展和改革局").things
    assert {hit.place for hit in hits if hit.kind == "department"} == {"云河区", "石桥区"}


def test_passages_are_found_too(store: Store) -> None:
    found = find_meanwhile(store, "文字 第12行", passages=2)
    assert found.passage_count >= len(found.passages) > 0
    assert all("第12行" in passage.text for passage in found.passages)


@pytest.mark.parametrize("typed", ["", "  ", "“”", "zmy", "赵明圆", "'; DROP", "%", 'x" OR "y', "a" * 5000])
def test_what_no_name_holds_finds_nothing(store: Store, typed: str) -> None:
    assert find_meanwhile(store, typed).things == ()


def test_a_limit_is_kept(store: Store) -> None:
    assert len(find_meanwhile(store, "区", limit=2).things) == 2
