"""A kill at each of the file calls of a small build: a sample here, all of them and the planted bugs in the slow tests."""

import os
from pathlib import Path

import pytest

from bench.crashes.planted import PLANTED
from bench.crashes.points import campaign, points_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each run is forked from one that has all loaded")


def test_a_sample_of_kills_loses_nothing() -> None:
    tally = campaign(every=90)
    assert tally.runs >= 9
    assert not tally.faults


def test_the_scene_has_many_points(tmp_path: Path) -> None:
    assert points_of(tmp_path) > 150


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_no_kill_loses_anything() -> None:
    assert not campaign(every=3).faults


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("bug", PLANTED)
def test_each_planted_bug_is_seen(bug: str) -> None:
    assert campaign(planted=bug, first_only=True).faults
