"""A double of the file calls of a workspace: counts them, makes some writes short, and ends the process at the chosen one.

In:  the number of a call, and what the disk then forgets of what it was never told to keep. Out: an object that stands in for `os`.
"""

import os
import random
import signal
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR


class Disk:
    """The file calls of a workspace, counted; at `die_at` the process ends and `loss` says what the disk forgets."""

    def __init__(self, die_at: int | None, loss: str, seed: int) -> None:
        self.die_at, self.loss = die_at, loss
        self.count = 0
        self.chance = random.Random(seed)
        self.open_files: dict[int, Path] = {}
        self.synced: dict[Path, int] = {}  # what of a file that is being written is on the disk for sure
        self.renamed: list[tuple[Path, Path, bytes | None]] = []  # names that are not: from, to, what stood there
        self.removed: list[tuple[Path, bytes]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def point(self) -> None:
        """One place at which the process can end."""
        self.count += 1
        if self.count == self.die_at:
            self._lose()
            os.kill(os.getpid(), signal.SIGKILL)

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        self.point()
        descriptor = os.open(path, flags, mode)
        if flags & WRITING:
            self.open_files[descriptor] = Path(path)
            self.synced.setdefault(Path(path), 0 if flags & os.O_TRUNC else Path(path).stat().st_size)
        else:
            self.open_files[descriptor] = Path(path)
        return descriptor

    def close(self, descriptor: int) -> None:
        self.open_files.pop(descriptor, None)
        os.close(descriptor)

    def write(self, descriptor: int, content: Any) -> int:
        self.point()
        some = bytes(content)
        if len(some) > 1 and self.chance.random() < 0.5:
            some = some[: self.chance.randrange(1, len(some))]
        done = os.write(descriptor, some)
        self.point()
        return done

    def ftruncate(self, descriptor: int, size: int) -> None:
        self.point()
        os.ftruncate(descriptor, size)
        self.point()

    def fsync(self, descriptor: int) -> None:
        self.point()
        path = self.open_files.get(descriptor)
        if path and path.is_dir():
            self.renamed = [one for one in self.renamed if one[1].parent != path]
            self.removed = [one for one in self.removed if one[0].parent != path]
        elif path:
            self.synced[path] = path.stat().st_size

    def replace(self, source: Any, target: Any) -> None:
        self.point()
        before = Path(target).read_bytes() if Path(target).exists() else None
        os.replace(source, target)
        self.renamed.append((Path(source), Path(target), before))
        if Path(source) in self.synced:
            self.synced[Path(target)] = self.synced.pop(Path(source))
        self.point()

    def unlink(self, path: Any) -> None:
        self.point()
        content = Path(path).read_bytes()
        os.unlink(path)
        self.removed.append((Path(path), content))
        self.point()

    def _lose(self) -> None:
        if self.loss == "killed":
            return
        for path, size in self.synced.items():
            if path.exists() and path.stat().st_size > size:
                os.truncate(path, size)
        if self.loss == "names lost":
            for source, target, before in reversed(self.renamed):
                if target.exists():
                    os.replace(target, source)
                if before is not None:
                    target.write_bytes(before)
            for path, content in self.removed:
                path.write_bytes(content)
