"""Single bits of an archive and of every stored file of a workspace, flipped one at a time: none may be accepted in silence.

    python -m bench.crashes.flips --flips 10000

Half of them in the archive, which `restore` must refuse; half in the files of a workspace, where what is read must be as before, or refused. The
settings file is left out: it is the user's own, and what stands in it is checked as anything that people write.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from extract.errors import GazetteError
from graph.backup import write_backup
from graph.build import files_of, refresh, take_in
from graph.keeping.archive import read_archive
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.repair import wrong_with
from graph.stores.store import open_store
from graph.workspace import Workspace

TEXT = """安山县人民政府公报

安山县人民政府关于任免职务的通知
安政任〔2024〕7号

任命周文远同志为县水利局局长，试用期一年；
免去吴立新同志的县水利局局长职务。
（周文远等2人）

安山县人民政府
2024年4月9日
"""


def made(folder: Path) -> Workspace:
    """A small workspace with a graph, two decisions and a log."""
    texts = folder / "texts"
    texts.mkdir()
    for number in range(2):
        (texts / f"{number}.txt").write_text(TEXT.replace("7号", f"{number}号"), encoding="utf-8")
    held = Workspace(folder / "w")
    with held.lock():
        take_in(held, files_of([texts]), workers=1)
        for who in ("甲", "乙"):
            add_judgement(
                held.judgements_path, Judgement(Decision.WRONG, ("0" * 16,), who, "2026-01-01T00:00:00+00:00")
            )
        with open_store(held.store_url, writing=True) as store:
            refresh(held, store)
        held.remember()
        held.log("build")
        held.log("build")
    return held


def flipped(content: bytes, bit: int) -> bytes:
    """The content with one bit changed."""
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def in_archive(flips: int, place: Workspace, folder: Path, chance: random.Random) -> Counter[str]:
    """What became of flips in an archive."""
    write_backup(place, folder / "b.tgz")
    content = (folder / "b.tgz").read_bytes()
    texts: Counter[str] = Counter()
    for _ in range(flips):
        (folder / "x.tgz").write_bytes(flipped(content, chance.randrange(len(content) * 8)))
        try:
            read_archive(folder / "x.tgz")
            texts["archive: accepted"] += 1
        except GazetteError:
            texts["archive: refused"] += 1
    return texts


def in_workspace(flips: int, place: Workspace, chance: random.Random) -> Counter[str]:
    """What became of flips in the files of a workspace, by the kind of file."""
    files = [
        *place.facts_folder.iterdir(),
        place.judgements_path,
        place.log_path,
        place.folder / "state.json",
        place.graph_path,
    ]
    contents = {file: file.read_bytes() for file in files if file.stat().st_size}
    texts: Counter[str] = Counter()
    for _ in range(flips):
        file = chance.choice(list(contents))
        file.write_bytes(flipped(contents[file], chance.randrange(len(contents[file]) * 8)))
        name = file.name[64:] if file.parent.name == "facts" else file.name
        texts[f"{name}: {'found' if _is_found(place, file) else 'ACCEPTED'}"] += 1
        file.write_bytes(contents[file])
    return texts


def _is_found(place: Workspace, file: Path) -> bool:
    if file == place.graph_path:
        try:
            open_store(place.store_url).close()
        except GazetteError:
            return True
        return False
    return any(wrong_with(place))


def main() -> int:
    """Flips, and prints what became of it; exit code 1 if any was accepted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flips", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20260101)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = made(folder)
        faults = in_archive(arguments.flips // 2, workspace, folder, chance)
        faults += in_workspace(arguments.flips - arguments.flips // 2, workspace, chance)
        shutil.rmtree(workspace.folder)
    for what, count in sorted(faults.items()):
        print(f"{what} {count}")
    return 1 if any("accepted" in what.lower() for what in faults) else 0


if __name__ == "__main__":
    sys.exit(main())
