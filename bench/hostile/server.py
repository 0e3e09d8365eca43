"""Runs commands of a checkout, each in a process forked from one that has all loaded: what `bench.hostile` talks to.

In:  JSON lines {"argv", "cwd", "env", "stdout", "seconds"} on standard input. Out: a JSON line {"rc", "seconds", "megabytes"} each.

Imports nothing of ours but the command line, so that it runs any version.
"""

import gc
import io
import json
import os
import resource
import signal
import sys
import time
import traceback

MOST_BYTES = 6_000_000_000
sys.path[:1] = [os.getcwd()]  # the checkout under test, not the folder of this file


def run(order: dict) -> int:  # type: ignore[type-arg]
    """The child: runs one command, as if it had been started by itself."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    os.chdir(order["cwd"])
    os.environ.update(order["env"])
    sys.argv = ["zhize", *(part.encode().decode("utf-8", "surrogateescape") for part in order["argv"])]
    path = order["stdout"]
    output = os.open(
        f"{order['log']}.out" if path in ("file", "closed") else path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644
    )
    errors = os.open(f"{order['log']}.err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(output, 1)
    os.dup2(errors, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    encoding = order["env"].get("PYTHONIOENCODING", "utf-8")
    sys.stdout = None if path == "closed" else io.TextIOWrapper(io.FileIO(1, "w"), encoding=encoding)  # type: ignore[assignment, arg-type]
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[arg-type]
    sys.stdin = io.TextIOWrapper(io.FileIO(0, "r"), encoding="utf-8")  # type: ignore[arg-type]
    code = 0
    try:
        from dashboards.cli import main

        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - it is what the bench looks for
        traceback.print_exc()
        code = 1
    try:
        if sys.stdout:
            sys.stdout.flush()
    except (OSError, ValueError):
        traceback.print_exc()
        code = 120
    return code


def main() -> None:
    """Serves until standard input ends."""
    from extract.pipeline import pipeline

    pipeline()
    gc.freeze()
    out = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        order = json.loads(line)
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            os._exit(run(order) & 255)
        status, used = None, None
        while status is None:
            ended, state, used = os.wait4(child, os.WNOHANG)
            if ended:
                status = state
            elif time.monotonic() - began > order["seconds"]:
                os.killpg(child, signal.SIGKILL)
                _, status, used = os.wait4(child, 0)
            else:
                time.sleep(0.005)
        code = os.waitstatus_to_exitcode(status)
        cpu = used.ru_utime + used.ru_stime if used else 0.0
        megabytes = (used.ru_maxrss if used else 0) / 1024
        out.write(
            json.dumps({"rc": code, "seconds": cpu, "waited": time.monotonic() - began, "megabytes": megabytes}) + "\n"
        )
        out.flush()


if __name__ == "__main__":
    main()
