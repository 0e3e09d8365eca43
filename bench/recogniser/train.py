"""Trains the recogniser and writes its weights, repeatably: one thread, fixed seeds.

    python -m bench.recogniser.train extract/recogniser/weights --newspaper 199801.txt --gold FOLDER GOLD
    python -m bench.recogniser.train held-out --gold FOLDER GOLD --leave-out FOLDER2 --half

In:  what the rules read in data/gazettes and tests/golden; --gold: texts with given gold (may be given again); --newspaper: a
     newspaper with tagged words, of which paragraphs are left out that share twelve characters with a text of --leave-out
Out: a folder of weights, at most 8 MB. --half: every second text of --gold is held out, to measure on.
"""

import argparse
import os
import random
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy.util
from spacy.training import Example as Pair
from spacy.util import minibatch

from bench.recogniser.examples import Example, by_gold, by_rules, exchanged
from bench.recogniser.newspaper import newspaper
from extract.clean import cleaned
from extract.recogniser.borders import LABELS
from extract.recogniser.pipeline import doc_of, untrained

ROOT = Path(__file__).parents[2]
SEED = 20
MOST_BYTES = 8_000_000
SHARED = 12  # characters that a paragraph of the newspaper and a text held out have in common
COPIES = 3  # of each text, with other names
CHARACTERS = 1500  # of a batch, about


def held_out_half(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the texts to train on and of those held out: every second one."""
    names = sorted(path.name for path in folder.iterdir())
    return names[::2], names[1::2]


def grams(folders: Sequence[Path]) -> frozenset[str]:
    """Every run of characters by which a text that is held out is told again."""
    gathered: set[str] = set()
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            source = path.read_text(encoding="utf-8", errors="replace")
            text = cleaned(source, 0, len(source))
            gathered.update(text[offset : offset + SHARED] for offset in range(max(0, len(text) - SHARED + 1)))
    return frozenset(gathered)


def _is_known(text: str, known: frozenset[str]) -> bool:
    return any(text[offset : offset + SHARED] in known for offset in range(max(0, len(text) - SHARED + 1)))


def collected(args: argparse.Namespace, rng: random.Random) -> list[Example]:
    """All examples, those of texts several times with other names."""
    texts = [*by_rules(ROOT / "data" / "gazettes"), *by_rules(ROOT / "tests" / "golden")]
    print(f"by the rules: {len(texts)} blocks", flush=True)
    rng.shuffle(texts)
    del texts[args.most :]
    for folder, gold in args.gold:
        wanted = held_out_half(Path(folder))[0] if args.half else None
        given = list(by_gold(Path(folder), Path(gold), wanted))
        print(f"by gold {folder}: {len(given)} blocks", flush=True)
        texts += given * 2
    gathered = [one for _ in range(COPIES) for one in _in_runs(texts, rng)]
    if args.newspaper:
        known = grams(args.leave_out)
        printed = [one for one in newspaper(args.newspaper) if not _is_known(one.text, known)]
        rng.shuffle(printed)
        print(f"of the newspaper: {len(printed)} paragraphs", flush=True)
        size = 0
        for one in printed:
            size += len(one.text)
            if size > args.newspaper_characters:
                break
            gathered.append(one if rng.random() < 0.5 else next(exchanged([one], rng)))
    return gathered


def _in_runs(texts: Sequence[Example], rng: random.Random) -> Iterator[Example]:
    """The texts with new names in each run of twenty blocks, so that one name never stands for a document."""
    for offset in range(0, len(texts), 20):
        yield from exchanged(texts[offset : offset + 20], rng)


def train(examples: list[Example], out: Path, epochs: int, rng: random.Random) -> None:
    spacy.util.fix_random_seed(SEED)
    nlp = untrained()
    ner = nlp.get_pipe("ner")
    for label in LABELS:
        ner.add_label(label)
    pairs = [_pair(nlp, example) for example in examples]
    optimizer = nlp.initialize(lambda: pairs[:200])
    total = sum(len(one.text) for one in examples) * epochs
    done, began = 0, time.process_time()
    for epoch in range(epochs):
        rng.shuffle(pairs)
        losses: dict[str, float] = {}
        for batch in minibatch(pairs, size=_sizes(epoch)):
            optimizer.learn_rate = 0.0012 * max(0.05, 1 - done / total)
            nlp.update(batch, sgd=optimizer, drop=0.15, losses=losses)
            done += sum(len(pair.reference) for pair in batch)
        print(f"epoch {epoch + 1}: loss {losses['ner']:.0f}, {time.process_time() - began:.0f} s CPU", flush=True)
    if out.exists():
        shutil.rmtree(out)
    with nlp.use_params(optimizer.averages):
        ner.to_disk(out, exclude=["vocab"])
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size:,} bytes")
    if size > MOST_BYTES:
        sys.exit("the weights are too large")


def _sizes(epoch: int) -> int:
    return 16 if epoch == 0 else 32


def _pair(nlp: spacy.language.Language, example: Example) -> Pair:
    doc = doc_of(nlp, example.text)
    reference = doc.copy()
    reference.set_ents([spacy.tokens.Span(reference, left, right, label) for left, right, label in example.spans])
    return Pair(doc, reference)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", nargs=2, action="append", default=[], metavar=("FOLDER", "GOLD"))
    parser.add_argument("--half", action="store_true", help="hold every second text of --gold out")
    parser.add_argument("--newspaper", type=Path)
    parser.add_argument("--newspaper-characters", type=int, default=600_000)
    parser.add_argument("--leave-out", type=Path, action="append", default=[])
    parser.add_argument("--most", type=int, default=1500, help="blocks by the rules")
    parser.add_argument("--epochs", type=int, default=4)
    args = parser.parse_args()
    rng = random.Random(SEED)
    examples = collected(args, rng)
    print(f"{len(examples)} examples, {sum(len(one.text) for one in examples):,} characters", flush=True)
    train(examples, args.out, args.epochs, rng)
    return 0


if __name__ == "__main__":
    sys.exit(main())
