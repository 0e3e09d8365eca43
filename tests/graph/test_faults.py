from pathlib import Path

import pytest

from bench.faults import rounds


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_build_that_is_killed_leaves_whole_projections_and_is_completed_by_the_next(tmp_path: Path) -> None:
    tally = rounds(kills=5, folder=tmp_path, seed=1)
    assert tally.faults == []
    assert tally.kills > 0
