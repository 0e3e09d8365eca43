"""A kill at each of the file calls of a small build: a sample here, all of them and the planted bugs in the slow tests."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from bench.crashes.planted import EACH, PLANTED
from bench.crashes.points import campaign, points_of, statement_by_statement

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each run is forked from one that has all loaded")


def test_a_sample_of_kills_loses_nothing() -> None:
    tally = campaign(every=90)
    assert tally.runs >= 9
    assert not tally.faults


def test_a_sample_of_kills_between_the_statements_of_a_load_loses_nothing() -> None:
    with statement_by_statement():
        assert not campaign(every=90).faults


def test_the_scene_has_many_points(tmp_path: Path) -> None:
    assert (points := points_of(tmp_path)) > 150
    with statement_by_statement():
        assert points_of(tmp_path) > points + 20  # one a statement


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("way", [nullcontext, statement_by_statement])
def test_no_kill_loses_anything(way: Callable[[], AbstractContextManager[None]]) -> None:
    with way():
        assert not campaign(every=3).faults


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("bug", [*PLANTED, *EACH])
def test_each_planted_bug_is_seen(bug: str) -> None:
    with statement_by_statement() if bug in EACH else nullcontext():
        assert campaign(planted=bug, first_only=True).faults
