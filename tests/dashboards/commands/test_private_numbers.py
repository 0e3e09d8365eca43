"""Every command on a text with two hundred private numbers: no byte that any of them writes holds one, however it was printed."""

import gzip
import io
import json
import random
import sys
import tarfile
from collections.abc import Callable, Iterator
from itertools import cycle, pairwise
from pathlib import Path

import pytest

from dashboards.cli import COMMANDS, main
from extract.private import CHECK_DIGITS, FOLD, WEIGHTS
from queries.library import library

PLANTED = 200
ASKED_ON_ITS_OWN = {
    "app",
    "mcp",
    "score",
    "serve",
}  # pages and services give answers of the same graph; a score is of facts that are written here
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
GAPS = ["-", "－", "—", "–", "‑", ".", "·", " ", "\u3000", "\xa0", "\u2009", "\u200b", "\ufeff", "\u2060", "）", "]"]
FRAMES = [  # each a passage of a kind of its own
    "安山县人民政府关于设立热线{}的通知\n安政发〔2022〕{n}号\n各乡镇人民政府：\n现予公布。\n安山县人民政府\n2022年4月2日\n",
    "安山县人民政府办公室关于成立防汛领导小组的通知\n安政办发〔2022〕{n}号\n组  长：赵立春（县长）{}\n副组长：钱文远  县水利局局长 {}\n成  员：孙正 {} 县财政局局长\n",
    "安山县人民政府关于印发任务分工的通知\n安政发〔2021〕{n}号\n1.加快建设文化中心，联系电话{}。（责任单位：县教育局；责任人：孙立安 {}）\n",
    "安山县人民政府关于重点任务的通知\n安政发〔2020〕{n}号\n序号\t任务\t牵头单位\t责任人及电话\n1\t建设图书馆{}\t县文化局\t周守义{}\n2\t修路\t县交通局（{}）\t吴向东，{}\n",
    "安山县人民政府关于公布主体的公告\n安政公告〔2022〕{n}号\n序号\t单位名称\t办公地址\t电话\n1\t县林业局\t安山县中山路3号{}\t0551-6612346 {}\n2\t不明处{}\t东街\t{}\n",
    "安山县人民政府关于县政府领导工作分工的通知\n安政发〔2019〕{n}号\n副县长 李定国{}：负责水利{}、农业工作，分管县水利局。{}\n",
    "安山县人民政府关于王承志等任免职的通知\n安政任〔2022〕{n}号\n任命王承志为县水利局局长，联系电话{}；\n免去李安民{}的县财政局局长职务。\n",
    "大事记\n4月2日，县长赵立春{}到县水利局调研，电话{}。\n",
]


def mobile(draw: random.Random) -> str:
    return f"1{draw.choice('3456789')}{draw.randrange(10**9):09}"


def identity(draw: random.Random) -> str:
    first = f"{draw.choice(['420117', '110105', '653101'])}{draw.randrange(1950, 2005)}{draw.randrange(1, 13):02}{draw.randrange(1, 29):02}{draw.randrange(1000):03}"
    return first + CHECK_DIGITS[sum(w * int(d) for w, d in zip(WEIGHTS, first, strict=True)) % 11]


def printed(number: str, draw: random.Random) -> str:
    """The number as some office prints it."""
    if len(number) == 18:
        return draw.choice(
            [number, number.lower(), number.translate(WIDE), f"{number[:6]} {number[6:14]} {number[14:]}"]
        )
    gap = draw.choice(GAPS)
    at = draw.choice([[3, 7], [4, 7], [5], [3], [3, 6], list(range(1, 11)), [7], [3, 5, 7, 9]])
    grouped = gap.join(number[a:b] for a, b in pairwise([0, *at, len(number)]))
    before = draw.choice(["", "", "+86", "0086", "86-", "+86 ", "(+86)", "0"])
    form = draw.choice(
        [number, grouped, grouped, before + number, (before + grouped).translate(WIDE), f"({number[:3]}){number[3:]}"]
    )
    return number.translate(HAN_DIGITS) if draw.random() < 0.04 else form


def planted() -> tuple[list[str], str]:
    """Two hundred numbers, and a text that prints them all."""
    draw = random.Random(17)
    numbers = [identity(draw) if at % 8 == 0 else mobile(draw) for at in range(PLANTED)]
    waiting, text = [printed(number, draw) for number in numbers], []
    for count, frame in enumerate(cycle(FRAMES), 1):
        if len(waiting) < frame.count("{}"):
            text.append("附注：" + "；".join(waiting) + "\n")
            return numbers, "\n".join(text)
        used = [waiting.pop() for _ in range(frame.count("{}"))]
        text.append(frame.replace("{n}", str(count)).format(*used))
    raise AssertionError


def bare(text: str) -> str:
    """The text with every digit as ASCII and everything else but borders of cells and lines left out."""
    in_words = text.translate({ord(c): str(i) for i, c in enumerate("〇一二三四五六七八九")})
    folded = in_words.translate(FOLD)
    return "".join(c for c in folded if c.isdigit() or c in "\t\n\"'X")


def leaks(text: str, numbers: list[str]) -> list[str]:
    found = bare(text)
    return [number for number in numbers if number in found]


def written(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file below a folder as text, archives and compressed files opened."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        if path.name.endswith(".tar.gz"):
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                for member in archive.getmembers():
                    stream = archive.extractfile(member)
                    yield f"{path.name}/{member.name}", (stream.read() if stream else b"").decode("utf-8", "replace")
        elif data[:2] == b"\x1f\x8b":
            yield path.name, gzip.decompress(data).decode("utf-8", "replace")
        else:
            yield path.name, data.decode("utf-8", "replace")
            yield f"{path.name} (UTF-16)", data.decode("utf-16-le", "replace")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["zhize", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def command_lines(place: Path) -> dict[str, list[list[object]]]:
    """What is run, by command."""
    out, work = place / "out", place / "out" / "w"
    at = ["--workspace", work]
    facts = out / "f.jsonl"
    exports = [("tenures", "t.jsonl"), ("graphml", "g.graphml"), ("csv", "tables"), ("neo4j-import", "import")]
    exports += [
        ("gexf", "g.gexf"),
        ("ftm", "g.ftm"),
        ("popolo", "g.popolo"),
        ("turtle", "g.ttl"),
        ("snapshot", "new.jsonl"),
    ]
    feeds = ["--jsonl", out / "feed.jsonl", "--csv", out / "feed.csv", "--atom", out / "feed.xml"]
    return {
        "extract": [["extract", place / "in", "-o", facts, "--report"], ["extract", place / "in"]],
        "read": [["read", place / "in" / "planted.txt"]],
        "resolve": [["resolve", facts, "-o", out / "c.jsonl"]],
        "build": [["build", place / "in", *at], ["build", *at, "--compare"]],
        "load": [["load", facts, "--workspace", out / "loaded"]],
        "ask": [["ask", name, *at, "--full"] for name in library()]
        + [["ask", name, *at, "--json"] for name in library()],
        "find": [["find", word, *at] for word in ("电话", "热线", "孙立安")],
        "review": [["review", *at], ["review", *at, "--merges"], ["review", *at, "doubts"], ["review", *at, "history"]],
        "export": [["export", kind, out / name, *at] for kind, name in exports],
        "changes-between": [
            ["export", "snapshot", out / "old.jsonl", "--workspace", out / "loaded"],
            ["changes-between", out / "old.jsonl", out / "new.jsonl", *feeds, *at],
            ["changes-between", out / "old.jsonl", *at],
        ],
        "site": [["site", out / "site", *at]],
        "backup": [["backup", out / "b.tar.gz", *at]],
        "restore": [["restore", out / "b.tar.gz", "--workspace", out / "restored"]],
        "doctor": [["doctor", *at]],
        "forget": [["forget", "planted.txt", "--workspace", out / "loaded"]],
    }


def test_no_command_writes_a_private_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    numbers, text = planted()
    assert leaks(text, numbers) == numbers
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "planted.txt").write_text(text, encoding="utf-8")
    lines = command_lines(tmp_path)
    assert set(lines) | ASKED_ON_ITS_OWN == set(COMMANDS)
    for command, runs in lines.items():
        for arguments in runs:
            run(monkeypatch, *arguments)
            said = capfd.readouterr()
            assert leaks(said.out + said.err, numbers) == [], command
        found = {name: some for name, content in written(tmp_path / "out") if (some := leaks(content, numbers))}
        assert found == {}, command
    facts = [json.loads(line) for line in (tmp_path / "out" / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"周守义", "赵立春", "李定国", "王承志"} <= {fact["subject"]["name"] for fact in facts}
    assert any("*" in fact["object"]["name"] for fact in facts)


def test_facts_from_elsewhere_are_covered_before_they_are_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_foreign_facts: Callable[[Path, str], None]
) -> None:
    write_foreign_facts(tmp_path / "f.jsonl", "139－1234－5678")
    assert run(monkeypatch, "load", tmp_path / "f.jsonl", "--workspace", tmp_path / "w") == 0
    for name, content in written(tmp_path / "w"):
        assert leaks(content, ["13912345678"]) == [], name


@pytest.fixture
def write_foreign_facts() -> Callable[[Path, str], None]:
    def write(path: Path, number: str) -> None:
        quote = f"张三（{number}）任县水利局局长"
        start = len(quote)
        fact = {
            "relation": "appointed",
            "subject": {"kind": "official", "name": "张三", "start": 0, "end": 2},
            "object": {"kind": "department", "name": "县水利局", "start": start - 6, "end": start - 2},
            "role": "局长",
            "date": "2022-04-02",
            "qualifiers": {"topic": number},
            "evidence": {"doc": "a.txt", "start": 0, "end": start, "line": 1, "quote": quote},
            "rule": "elsewhere",
        }
        path.write_text(json.dumps(fact, ensure_ascii=False) + "\n", encoding="utf-8")

    return write
