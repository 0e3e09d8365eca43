"""Sentences of texts with gold, their names exchanged, planted into texts of other kinds: is each fact found or doubted?

    python -m bench.silence.planted                               # sentences of the sample gazettes
    python -m bench.silence.planted TEXTS GOLD TEXTS GOLD … --most 1000 --show 20 --min 0.99

A sentence is planted if it prints both names and the word of a fact of the gold and a cue, and is no row of a table. The host is drawn from those that have no sentence of
that family. A fact is found if one with its relation and its subject is read in the sentence; it is doubted if a doubt
stands in the sentence. Names are drawn anew for each sentence, with a seed.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.recogniser.examples import BARE_POST, LEVEL_BEFORE, STEM
from bench.recogniser.names import person, place
from extract.clean import fold, printed
from extract.lexicon.cues import occurrences
from extract.names.offices.posts import is_bare_post
from extract.pipeline import extract_document
from extract.readers.text import document_of

DATA = Path(__file__).parents[2] / "data"
SENTENCE = re.compile(r"[^。]+。?”?")
SHORTEST, LONGEST = 8, 300
MOST_PLAIN = 4  # characters of a name without a dot
ANNOUNCED = frozenset(
    {"appointed", "dismissed", "holds", "leads", "assists", "liaises", "member_of", "hosts", "covers"}
)
SAID = {
    "appointed": re.compile("任命|[聘选为担挂]|同志任|(?<!主)任"),
    "dismissed": re.compile("免|辞|不再|撤"),
    "hosts": re.compile("办公|日常"),
}
TAKEN = ("appointed", "holds")
ORDERED = re.compile("任命|聘|选|推举|同志任|决定")  # an order, of which a post held says too little
UNDER = frozenset({"subject", "object"})
GAP = r"[ \t\u3000]*"
HOSTS: Mapping[str, str] = {
    "rules": "安山县城市绿化管理办法\n第一条 为了保护城市绿地，制定本办法。\n第二条 本县城区内的绿地适用本办法。\n{}\n"
    "第三条 绿地应当按照标准养护。\n第四条 任何人不得毁坏绿地。\n",
    "report": "安山县2021年防汛工作总结\n今年以来，全县降雨偏多，各地加强巡查，没有发生险情。\n{}\n下一步，要继续加固堤防，补充物资。\n",
    "openness": "安山县政府信息公开年度报告\n一、总体情况\n全年公开信息3200条，受理申请12件。\n{}\n二、存在的问题\n公开内容还不够丰富。\n",
    "news": "白石镇桃花节开幕\n4月2日，白石镇桃花节开幕，两千多名游客前来赏花。\n{}\n桃花节将持续半个月。\n",
    "personnel": "安山县人民政府关于方小舟等同志职务任免的通知\n安政任〔2021〕5号\n各乡镇人民政府：\n县人民政府决定：\n"
    "任命方小舟为县水利局局长。\n{}\n安山县人民政府\n2021年5月8日\n",
    "duties": "安山县人民政府领导分工\n方小舟，县长，主持县政府全面工作。\n白立言，副县长，分管县水利局、县林业局。\n{}\n",
    "tasks": "安山县2021年重点工作\n一、水利\n1.疏浚河道12公里。（责任单位：县水利局）\n{}\n2.加固堤防3处。（责任单位：县水利局）\n",
}
OWN_FAMILY = {"personnel": {"appointed", "dismissed"}, "duties": {"leads", "assists", "liaises"}, "tasks": {"leads"}}
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Planted:
    """A sentence in its host, and the facts that it states under the names that it bears there."""

    host: str
    sentence: str
    facts: Sequence[tuple[str, str]]  # relation, subject


@dataclass(frozen=True)
class Outcome:
    """How many facts of a planted sentence were found, how many stand in a doubt, and the others."""

    found: int
    doubted: int
    silent: Sequence[tuple[str, str]]


def sentences(texts: Path, gold: Path) -> Iterator[tuple[str, list[Row]]]:
    """The sentences of a folder of texts that print both names of facts of its gold, with these facts."""
    lines: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for file in sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold]:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("relation") in ANNOUNCED and "line" in row:
                doc = row["doc"] if (texts / row["doc"]).exists() else f"{row['doc']}.txt"
                lines[doc, row["line"]].append(row)
    for (doc, number), rows in lines.items():
        text = (texts / doc).read_text(encoding="utf-8").split("\n")
        for match in SENTENCE.finditer(text[number - 1].strip() if number <= len(text) else ""):
            plain = fold(printed(match[0])) if "\t" not in match[0] else ""
            stated = [row for row in rows if _is_said(row, plain)]
            here = [row for row in stated if all(fold(printed(word)) in plain for word in _words(row))]
            if here and SHORTEST <= len(match[0]) <= LONGEST and _has_cue(plain):
                yield match[0], here


def _words(row: Row) -> Iterator[str]:
    """What a sentence must print of a fact: both names and its word."""
    yield from (row[party]["name"] for party in sorted(UNDER))
    yield row.get("role") or ""


def _is_said(row: Row, sentence: str) -> bool:
    """Whether a sentence about appointments says what a fact of its line says, and not what its neighbour does."""
    return row["relation"] not in SAID or SAID[row["relation"]].search(sentence) is not None


def _has_cue(plain: str) -> bool:
    """Whether a sentence holds a word that announces something."""
    return any(not cue.aside for _, _, cue in occurrences(plain))


def _person(rng: random.Random) -> str:
    """A name as most people bear it: of two to four characters or in parts."""
    name = person(rng)
    return name if "·" in name or len(name) <= MOST_PLAIN else _person(rng)


def planted(sentence: str, rows: Sequence[Row], rng: random.Random) -> Planted:
    """The sentence with other people and places, in a host of another kind."""
    parties = [row[party] for row in rows for party in sorted(UNDER)]
    people = {
        str(one["name"]): _person(rng)
        for one in parties
        if one["kind"] == "official"
        and not (BARE_POST.fullmatch(one["name"]) or is_bare_post(one["name"], 0, len(one["name"])))
    }
    stems = {
        stem[1]: place(rng)
        for one in parties
        if one["kind"] != "official" and (stem := STEM.match(one["name"])) and stem[1][-1] not in LEVEL_BEFORE
    }
    for name, new in people.items():
        sentence = re.sub(GAP.join(map(re.escape, name)), new, sentence)
    for stem, new in stems.items():
        sentence = sentence.replace(stem, new)
    relations = {row["relation"] for row in rows}
    host = rng.choice([name for name in HOSTS if not OWN_FAMILY.get(name, set()) & relations])
    return Planted(host, sentence, [(row["relation"], _renamed(row["subject"]["name"], people, stems)) for row in rows])


def _renamed(name: str, people: Mapping[str, str], stems: Mapping[str, str]) -> str:
    if name in people:
        return people[name]
    for stem, new in stems.items():
        name = name.replace(stem, new)
    return name


def outcome(one: Planted) -> Outcome:
    """What extraction says of a planted sentence."""
    document = document_of(HOSTS[one.host].format(one.sentence), "planted.txt")
    start = HOSTS[one.host].index("{}")
    end = start + len(one.sentence)
    extraction = extract_document(document)
    stated = {
        (str(fact.relation), fold(fact.subject.name), fold(fact.object.name), fact.role)
        for fact in extraction.facts
        if start <= fact.evidence.start < end
    }
    read = Counter((relation, subject) for relation, subject, *_ in stated)
    doubts = any(doubt.evidence.start < end and start < doubt.evidence.end for doubt in extraction.doubts)
    missed = tuple(_missed(one, read))
    return Outcome(len(one.facts) - len(missed), len(missed) if doubts else 0, () if doubts else missed)


def _missed(one: Planted, read: Counter[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The facts of a sentence for which none is read: each fact read answers for one, of two posts of a person two must be read.

    任 is an order in one paper and a title in another, so a post answers for a post, but no post held for an order in so many words.
    """
    left = read.copy()
    for relation, name in one.facts:
        alike = TAKEN if relation == "holds" or not ORDERED.search(one.sentence) else ("appointed",)
        kinds = alike if relation in TAKEN else (relation,)
        answer = next(
            ((kind, fold(printed(name))) for kind in (relation, *kinds) if left[kind, fold(printed(name))]), None
        )
        if answer is None:
            yield relation, name
        else:
            left[answer] -= 1


def main() -> int:
    """Prints how many planted facts and sentences are found or doubted; 1 if fewer than asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path, help="folders of texts, each followed by its gold")
    parser.add_argument("--most", type=int, default=1000, help="sentences to plant")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0, help="sentences to show that lose a fact in silence")
    parser.add_argument(
        "--min", type=float, default=0.0, help="share of sentences whose facts are all found or doubted"
    )
    args = parser.parse_args()
    pairs = args.pairs or [DATA / "gazettes", DATA / "gold"]
    rng = random.Random(args.seed)
    rows = [one for texts, gold in zip(pairs[::2], pairs[1::2], strict=True) for one in sentences(texts, gold)]
    rng.shuffle(rows)
    counts: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    whole = 0
    for sentence, facts in rows[: args.most]:
        one = planted(sentence, facts, rng)
        came = outcome(one)
        counts.update(facts=len(one.facts), found=came.found, doubted=came.doubted)
        lost.update(relation for relation, _ in came.silent)
        whole += not came.silent
        if came.silent and len(rows) - whole and sum(lost.values()) and args.show > 0:
            args.show -= 1
            print(f"{one.host:10} {came.silent[:2]} | {one.sentence[:160]}")
    planted_count = min(len(rows), args.most)
    print(
        f"{counts['facts']} facts: {counts['found']} found, {counts['doubted']} in doubts, {lost.total()} in silence",
        dict(lost),
    )
    print(f"{whole} of {planted_count} sentences lose nothing in silence: {whole / max(1, planted_count):.4f}")
    return int(whole < args.min * planted_count)


if __name__ == "__main__":
    sys.exit(main())
