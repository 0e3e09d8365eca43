"""Gazettes of any number of jurisdictions, made from the real ones: other places, other people, other document numbers.

    python -m bench.corpus FOLDER --documents 60 --seed 1     # 12 districts, five issues each, and a manifest
    python -m bench.corpus FOLDER --documents 1000 --length 13600      # about 40 KB an issue
    python -m bench.corpus FOLDER --documents 5000 --length 13600 --pieces 2      # ten issues a district: two of each real one
    python -m bench.corpus --documents 60      # facts found in them beside the truth: the real ones' facts, with the names exchanged

Every jurisdiction is a district of the list with its own city and province; its streets, roads and officials get names drawn from the
seed, the same in all its issues. Layout, wording and length are those of the real gazettes, so new wordings are not to be seen here.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.facts import Fact, Kind
from extract.names.marks import HAN, LEVELS
from extract.pipeline import extract_document
from extract.readers import File, document_of, load_manifest, read_file
from graph.jurisdictions import jurisdiction
from graph.lexicon import rows

GAZETTES = Path(__file__).parents[1] / "data" / "gazettes"
OWN = {"420117": "新洲", "420105": "汉阳"}
CITY, PROVINCE = "武汉", "湖北"
NUMBER_HEAD = re.compile(rf"(?<![{HAN}])[新阳](?=[{HAN}]{{1,4}}[〔\[［【（(]\s*20)")
STREET = re.compile(rf"^([{HAN}]{{2}})(?:街道?办?事?处?|镇|乡)(?:人民政府)?$")
TITLE = re.compile(rf"[{LEVELS}局处科镇乡]长|书记|主任")  # 协助区长: a title where a name would stand
BLANKS = "[ \\t\u3000]"
SITE = re.compile(rf"[{HAN}]{{2}}(?=大道|大桥|水库)")
FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉建华国玲红志海燕鹏飞宇浩晨欣怡婷雪梅兰菊春秋松柏云"
FIRST = "柳杏榆槐枫桐樟菱荷莲苇鹭雁鹤凤龙麒玉珠璧银铜石砚墨丹朱紫青碧翠白乌赤金"
SECOND = "溪塘泉浦湾滩渡桥亭桥坊店集墩岗岭坪坡垸畈洲港埠津堰坝渠井林园"


@dataclass(frozen=True, slots=True)
class Gazette:
    """One made issue: its file's name, its jurisdiction, its text, and which piece of the real one it is made from."""

    name: str
    jurisdiction: str
    text: str
    piece: int = 0


@dataclass(frozen=True, slots=True)
class Real:
    """One real issue, and the names in it that are exchanged."""

    name: str
    jurisdiction: str
    text: str
    people: tuple[str, ...]
    places: tuple[str, ...]


@cache
def real_gazettes() -> tuple[Real, ...]:
    """The gazettes in data/gazettes with the people and places that extraction finds in them."""
    manifest = load_manifest(GAZETTES)
    gazettes = []
    for path in sorted(GAZETTES.glob("*.txt")):
        document = read_file(File(path, GAZETTES, manifest))
        parties = [p for f in extract_document(document).facts for p in (f.subject, f.object)]
        people = {p.name for p in parties if p.kind is Kind.OFFICIAL and re.fullmatch(rf"[{HAN}]{{2,3}}", p.name)}
        people = {name for name in people if not TITLE.fullmatch(name)}
        streets = {m[1] for p in parties if p.kind is Kind.STREET and (m := STREET.match(p.name))}
        text = path.read_text(encoding="utf-8")
        sites = {site for site, often in Counter(SITE.findall(text)).items() if often > 1}
        entry = manifest.entry(path.name)
        code = str(entry.jurisdiction)
        places = (streets | sites) - {OWN[code], CITY, PROVINCE}
        gazettes.append(Real(path.stem, code, text, tuple(sorted(people)), tuple(sorted(places))))
    return tuple(gazettes)


def districts() -> list[str]:
    """Codes of districts with a name of two characters in a city and a province with such names."""
    codes = []
    for code in sorted({row[0] for row in rows("gb2260.tsv")}):
        here = jurisdiction(code)
        above = jurisdiction(here.within) if here is not None and here.within else None
        top = jurisdiction(above.within) if above is not None and above.within else None
        line = [(here, "区"), (above, "市"), (top, "省")]
        if all(
            district is not None and len(district.name) == 3 and district.name.endswith(end) for district, end in line
        ):
            codes.append(code)
    return codes


def gazettes(documents: int, seed: int = 1, length: int | None = None, pieces: int = 1) -> Iterator[Gazette]:
    """So many issues, jurisdiction after jurisdiction, each cut at a line's end; the first ones are the same whatever the number.

    `pieces`: how many issues of that length each real one gives to a jurisdiction.
    """
    yield from (gazette for gazette, _, _ in made_with(documents, seed, length, pieces))


def made_with(
    documents: int, seed: int = 1, length: int | None = None, pieces: int = 1
) -> Iterator[tuple[Gazette, Real, Callable[[str], str]]]:
    """The same, each with the issue that it is made from, and what exchanges the names of a text."""
    chance = random.Random(seed)
    originals = [(real, number) for number in range(pieces) for real in real_gazettes()]
    codes = districts()
    chance.shuffle(codes)
    if documents > len(codes) * len(originals):
        raise ValueError(f"{len(codes)} districts of {len(originals)} issues are all that can be made")
    for code in codes[: -(-documents // len(originals))]:
        world = _world(code, chance)
        pattern = re.compile("|".join(map(_as_printed, sorted(world, key=lambda word: (-len(word), word)))))

        def renamed(
            text: str, pattern: re.Pattern[str] = pattern, world: dict[str, str] = world, head: str = _name(code)[0]
        ) -> str:
            return pattern.sub(lambda match: _like(match[0], world), NUMBER_HEAD.sub(head, text))

        for real, number in originals[:documents]:
            name = f"{code}-{real.name}-{number + 1}.txt" if number else f"{code}-{real.name}.txt"
            yield Gazette(name, code, renamed(piece_of(real.text, length, number)), number), real, renamed
        documents -= len(originals)


def piece_of(text: str, length: int | None, number: int = 0) -> str:
    """The first so many characters of a text, or the next so many, in whole lines."""
    if length is None:
        return text
    piece = text[number * length : (number + 1) * length]
    return piece[piece.find("\n") + 1 if number else 0 : piece.rfind("\n") + 1]


def _as_printed(name: str) -> str:
    """A name as a pattern; columns of names print those of two characters apart: 李 宁."""
    return f"{re.escape(name[0])}{BLANKS}{{0,4}}{re.escape(name[1])}" if len(name) == 2 else re.escape(name)


def _like(printed: str, world: dict[str, str]) -> str:
    """The name that stands for a printed one, apart as that was."""
    name = re.sub(BLANKS, "", printed)
    gap = printed[1 : len(printed) - len(name) + 1]
    return f"{world[name][0]}{gap}{world[name][1:]}"


def _world(code: str, chance: random.Random) -> dict[str, str]:
    """Real name → the name that stands for it in one jurisdiction; each new name stands for one alone."""
    line = [_name(code), _name(f"{code[:4]}00"), _name(f"{code[:2]}0000")]
    world = {**dict.fromkeys(OWN.values(), line[0]), CITY: line[1], PROVINCE: line[2]}
    places = sorted({place for real in real_gazettes() for place in real.places})
    people = sorted({person for real in real_gazettes() for person in real.people})
    sites = chance.sample([first + second for first in FIRST for second in sorted(set(SECOND))], len(places))
    world.update(zip(places, sites, strict=True))
    for person in people:
        world[person] = chance.choice(FAMILY) + "".join(chance.sample(GIVEN, len(person) - 1))
    return world


def _name(code: str) -> str:
    here = jurisdiction(code)
    assert here is not None
    return here.name[:-1]


def write(folder: Path, documents: int, seed: int = 1, length: int | None = None, pieces: int = 1) -> None:
    """The issues as files, with a manifest."""
    write_some(folder, gazettes(documents, seed, length, pieces))


def write_some(folder: Path, some: Iterable[Gazette]) -> Path:
    """Some issues as files, with a manifest; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    rows_ = []
    for gazette in some:
        (folder / gazette.name).write_text(gazette.text, encoding="utf-8")
        rows_.append(f'[[gazette]]\nfile = "{gazette.name}"\njurisdiction = "{gazette.jurisdiction}"\n')
    (folder / "manifest.toml").write_text("\n".join(rows_), encoding="utf-8")
    return folder


def truth(documents: int, seed: int = 1, length: int | None = None, pieces: int = 1) -> Iterator[str]:
    """A line a relation, and one for all: the facts found in made issues beside those of the real ones, with the names exchanged."""
    real = {
        (one.name, number): extract_document(document_of(piece_of(one.text, length, number), one.name)).facts
        for one in real_gazettes()
        for number in range(pieces)
    }
    read: Counter[tuple[str, ...]] = Counter()
    true: Counter[tuple[str, ...]] = Counter()
    for gazette, original, renamed in made_with(documents, seed, length, pieces):
        made = extract_document(document_of(gazette.text, gazette.name)).facts
        read.update((gazette.name, *_counted(fact, str)) for fact in made)
        true.update((gazette.name, *_counted(fact, renamed)) for fact in real[original.name, gazette.piece])
    for relation in (*sorted({fact[1] for fact in true}), ""):
        here, there = (Counter({k: n for k, n in some.items() if relation in ("", k[1])}) for some in (read, true))
        right = (here & there).total()
        precision, recall = right / max(1, here.total()), right / max(1, there.total())
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield f"{relation or 'all':12} true {there.total():7} found {here.total():7} P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"


def _counted(fact: Fact, renamed: Callable[[str], str]) -> tuple[str, ...]:
    """What counts of a fact: relation, both names, role and date."""
    return (
        fact.relation.value,
        renamed(fact.subject.name),
        renamed(fact.object.name),
        fact.role or "",
        fact.date or "",
    )


def main() -> None:
    """Writes a corpus, or holds what extraction finds in one to the truth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, help="characters of an issue at most")
    parser.add_argument("--pieces", type=int, default=1, help="issues of that length that each real one gives")
    args = parser.parse_args()
    if args.folder:
        write(args.folder, args.documents, args.seed, args.length, args.pieces)
    else:
        print(*truth(args.documents, args.seed, args.length, args.pieces), sep="\n")


if __name__ == "__main__":
    main()
