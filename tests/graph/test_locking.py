import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.errors import StoreError
from extract.wording.reasons import reason
from graph.locking import held_lock

PLACE = reason("the_workspace", folder="w")
POSIX = pytest.mark.skipif(os.name == "nt", reason="processes are forked on POSIX")
POOL = """
import signal, sys, time
from pathlib import Path
from extract.workers import each
from extract.wording.reasons import reason
from graph.locking import held_lock

def work(path):
    Path(path).write_text(str(__import__("os").getpid()))
    time.sleep(120)

if __name__ == "__main__":
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where the tests run under nohup
    with held_lock(Path(sys.argv[1]) / "lock", reason("the_workspace", folder="w")):
        list(each(work, [f"{sys.argv[1]}/{n}.pid" for n in range(2)], 2, 100))
"""


def test_a_lock_that_was_freed_leaves_no_name(tmp_path: Path) -> None:
    for _ in range(2):
        with held_lock(tmp_path / "lock", PLACE) as said:
            assert said == []
    assert (tmp_path / "lock").read_text() == ""


def test_a_lock_of_an_ended_process_is_taken_over_with_a_line(tmp_path: Path) -> None:
    program = f"import os; from pathlib import Path; from graph.locking import held_lock; from extract.wording.reasons import reason\nwith held_lock(Path({str(tmp_path / 'lock')!r}), reason('another_process')): os._exit(9)"
    subprocess.run([sys.executable, "-c", program], check=False)
    with held_lock(tmp_path / "lock", PLACE) as said:
        assert len(said) == 1
        assert said[0].text("en").startswith("took over the lock of process ")
        assert said[0].text("zh").startswith("接管了进程 ")


def test_a_name_that_version_0_1_left_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text('{"process": 1, "since": "2026-01-01"}')
    with held_lock(tmp_path / "lock", PLACE) as said:
        assert said == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"process": "x"}', "\x00"])
def test_a_lock_with_any_content_can_be_taken(tmp_path: Path, content: str) -> None:
    (tmp_path / "lock").write_text(content)
    with held_lock(tmp_path / "lock", PLACE) as said:
        assert said == []


@POSIX
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_workers_end_with_their_parent_and_hold_no_lock(tmp_path: Path, how: signal.Signals) -> None:
    (tmp_path / "program.py").write_text(POOL)
    builder = subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py"), str(tmp_path)], env={**os.environ, "PYTHONPATH": os.getcwd()}
    )
    pids = [_pid(tmp_path / f"{number}.pid") for number in range(2)]
    with pytest.raises(StoreError, match=f"process {builder.pid} since"), held_lock(tmp_path / "lock", PLACE):
        pass
    builder.send_signal(how)
    builder.wait()
    with held_lock(tmp_path / "lock", PLACE) as said:
        assert said[0].code == "lock_taken_over"
    assert all(_ends(pid) for pid in pids)


def _pid(path: Path) -> int:
    for _ in range(600):
        if path.exists() and (said := path.read_text()):
            return int(said)
        time.sleep(0.05)
    raise AssertionError("no worker started")


def _ends(pid: int) -> bool:
    for _ in range(100):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").exists() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False
