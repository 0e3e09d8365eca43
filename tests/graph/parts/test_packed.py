from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extract.errors import ReadError
from graph.keeping.judgements import Judgements
from graph.parts.making import part_of
from graph.parts.packed import Part, packed, path_of, read_part, read_texts, unpacked, write_part
from graph.projection.elements import Edge, Node, Value
from tests.graph.small_facts import corpus

NOBODY = Judgements()


def elements(part: Part) -> list[Node | Edge]:
    return [*part.own.nodes, *part.own.edges, *part.shared.nodes, *part.shared.edges]


def stated(part: Part) -> list[tuple[object, dict[str, Value]]]:
    """The elements with what they state."""
    return [
        (one.ref, {name: value for name, value in one.properties.items() if value is not None})
        for one in elements(part)
    ]


def test_a_part_comes_back_as_it_went_in() -> None:
    part = part_of("420117", corpus("a.txt", "b.txt"), NOBODY)
    again = unpacked(packed(part))
    assert stated(again) == stated(part)
    assert (again.scope, again.digest, again.counts, again.ids) == (part.scope, part.digest, part.counts, part.ids)
    assert again.texts == part.texts
    assert [(one.digest, replace(one).digest) for one in again.texts] == [
        (one.digest, one.digest) for one in part.texts
    ]
    assert [made_anew(one).digest for one in elements(again)] == [one.digest for one in elements(part)]
    assert any(isinstance(value, date) for one in elements(again) for value in one.properties.values())


def test_what_was_changed_is_not_read(tmp_path: Path) -> None:
    part = part_of("甲山市/乙水区", corpus("c.txt"), NOBODY)
    write_part(tmp_path, part)
    read = read_part(tmp_path, "甲山市/乙水区")
    assert read is not None
    assert stated(read) == stated(part)
    assert read_texts(tmp_path, "甲山市/乙水区") == part.texts
    path = path_of(tmp_path, "甲山市/乙水区")
    assert path.parent == tmp_path / "parts"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    assert read_part(tmp_path, "甲山市/乙水区") is None
    assert read_texts(tmp_path, "甲山市/乙水区") is None
    with pytest.raises(ReadError):
        unpacked(bytes(content))


def made_anew(one: Node | Edge) -> Node | Edge:
    """The element without the digest that it came with."""
    return replace(one)
