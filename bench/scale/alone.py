"""Quality at size: are clusters and tenures of many jurisdictions those that each has alone, and those of the real gazettes with the names exchanged?

    python -m bench.scale.alone FOLDER --documents 1000 --pieces 2 --name five      # after bench.scale.size with the same options

The truth is what one jurisdiction gives whose documents are the real issues, under names of its own for places and people that are just
theirs. A made jurisdiction in which two names fell together by chance differs from it, and is counted as it is. Every --every-th jurisdiction
is also built alone, from its texts, in a workspace of its own, and must give the same facts, clusters and tenures. (Keys may differ: a document
number whose letters two districts share, 南政发, bears the district's code where both are known.)
"""

import argparse
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.corpus import NUMBER_HEAD, Gazette, made_with, piece_of, real_gazettes, write_some
from extract.readers import listing
from graph.build import take_in
from graph.parts.bring import made
from graph.parts.index import open_index
from graph.parts.packed import Part, read_part
from graph.workspace import Workspace

CODE, OTHER, NAME = "420117", "汉阳", "新洲"  # the real issues of two districts stand as those of one
CLUSTERED = ("Organization", "Official", "Policy", "Project")
DATED = ("from_earliest", "from_latest", "to_earliest", "to_latest", "status", "capacity", "end_basis")
Named = Callable[[str], str]


def same(text: str) -> str:
    """A text as it is."""
    return text


def clusters(part: Part, named: Named = same) -> Counter[tuple[str, ...]]:
    """What names are taken for one thing, by label."""
    return Counter(
        (node.label, *sorted({named(name) for name in _names(node.properties.get("names"))}))
        for node in part.shared.nodes
        if node.label in CLUSTERED
    )


def tenures(part: Part, named: Named = same) -> Counter[tuple[str, ...]]:
    """Who held which post of which body, from when to when."""
    nodes = {node.ref: node.properties for node in part.shared.nodes}
    holdings: Counter[tuple[str, ...]] = Counter()
    for edge in part.shared.edges:
        if edge.type == "HOLDS":
            who, post = nodes[edge.start], nodes[edge.end]
            dates = (str(edge.properties.get(name)) for name in DATED)
            holdings[named(str(who["name"])), named(str(post["body"])), named(str(post["name"])), *dates] += 1
    return holdings


def part_of(some: list[Gazette]) -> Part:
    """The part that some issues of one jurisdiction give, by themselves."""
    with tempfile.TemporaryDirectory(prefix="zhize-alone-") as folder:
        texts = write_some(Path(folder) / "texts", some)
        workspace = Workspace(Path(folder) / "workspace")
        with workspace.lock():
            take_in(workspace, listing([texts]).files, workers=1)
            with open_index(workspace.folder) as index:
                made(workspace, index)
        return _part(workspace.folder, some[0].jurisdiction)


def real_part(length: int | None, pieces: int) -> Part:
    """The part of the real issues, as those of one district."""
    return part_of(
        [
            Gazette(f"{real.name}-{number}.txt", CODE, _of_one(piece_of(real.text, length, number)), number)
            for number in range(pieces)
            for real in real_gazettes()
        ]
    )


def held(name: str, here: Counter[tuple[str, ...]], true: Counter[tuple[str, ...]]) -> str:
    """A line: precision, recall and F1 of what was found."""
    right = (here & true).total()
    precision, recall = right / max(1, here.total()), right / max(1, true.total())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name:10} true {true.total():7} found {here.total():7} P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"


def measured(
    folder: Path, documents: int, seed: int, length: int | None, pieces: int, every: int
) -> tuple[list[str], list[str]]:
    """Clusters and tenures against the truth, a line each; and the jurisdictions that are another when they are built alone."""
    truth = real_part(length, pieces)
    by_code: dict[str, list[Gazette]] = defaultdict(list)
    named: dict[str, Named] = {}
    for gazette, _, renamed in made_with(documents, seed, length, pieces):
        by_code[gazette.jurisdiction].append(gazette)
        named[gazette.jurisdiction] = renamed
    sums: dict[str, tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]] = {}
    others: list[str] = []
    for number, (code, some) in enumerate(by_code.items()):
        part = _part(folder, code)
        for what, of in (("clusters", clusters), ("tenures", tenures)):
            here, true = sums.setdefault(what, (Counter(), Counter()))
            here.update({(code, *one): often for one, often in of(part).items()})
            true.update({(code, *one): often for one, often in of(truth, named[code]).items()})
        if number % every == 0 and not _alike(part, part_of(some)):
            others.append(code)
    return [held(what, *pair) for what, pair in sums.items()], others


def _of_one(text: str) -> str:
    return NUMBER_HEAD.sub(NAME[0], re.sub(OTHER, NAME, text))


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _part(folder: Path, scope: str) -> Part:
    part = read_part(folder, scope)
    if part is None:
        raise SystemExit(f"no part of {scope} in {folder}")
    return part


def _alike(one: Part, other: Part) -> bool:
    return (one.counts, clusters(one), tenures(one)) == (other.counts, clusters(other), tenures(other))


def main() -> int:
    """Prints the lines; 1 where a jurisdiction is another when it is built alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--length", type=int, default=13600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pieces", type=int, default=1)
    parser.add_argument("--name", default="w")
    parser.add_argument("--every", type=int, default=10)
    args = parser.parse_args()
    workspace = args.folder / f"{args.name}-{args.documents}"
    lines, others = measured(workspace, args.documents, args.seed, args.length, args.pieces, args.every)
    print(*lines, f"another part when built alone, of every {args.every}th: {', '.join(others) or 'none'}", sep="\n")
    return int(bool(others))


if __name__ == "__main__":
    sys.exit(main())
