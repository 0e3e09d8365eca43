"""More of what is tried by `bench.hostile`: texts, names of files, settings, questions, outputs, other people's stores."""

import itertools
import os
import random
import socket
import subprocess
import threading
import time
from collections.abc import Iterator

from bench.hostile.cases import GAZETTE, LEAST, Bed, Case, count

NUMBER = "13812345678"


def files(chance: random.Random) -> Iterator[Case]:
    """A bad file beside a good one: the good one is taken, the bad one named, the exit code 1."""
    yield from bad_files(chance)
    yield from no_files()


def bad_files(chance: random.Random) -> Iterator[Case]:
    """Files whose bytes are not a document."""
    bad: dict[str, bytes] = {
        "empty": b"", "utf-16 cut": b"\xff\xfea", "zeros": bytes(500), "broken utf-8": "县水利局局长任命通知".encode()[:-1] * 9 + b"\xe5",
        "shift-jis": "人事異動のお知らせ\n".encode("shift_jis") * 60, "euc-kr": "인사발령 통지\n".encode("euc-kr") * 60,
        "pdf cut": b"%PDF-1.4\n%cut", "zip cut": b"PK\x03\x04cut", "controls": bytes(range(1, 32)) * 20, "noise": chance.randbytes(3000),
        "blanks": b" \n" * 300, "bom only": b"\xef\xbb\xbf", "gzip": b"\x1f\x8b\x08\x00" + chance.randbytes(99), "png": b"\x89PNG\r\n\x1a\n" + chance.randbytes(99),
        "lone surrogates": b"\xed\xa0\x80" * 50, "overlong": b"\xc0\xaf" * 50,
    }  # fmt: skip
    for name, content in bad.items():
        for where in ("bad.txt", "sub/bad.txt"):

            def attempt(bed: Bed, content: bytes = content, where: str = where) -> Iterator[str]:
                folder = bed.folder / "in"
                (folder / where).parent.mkdir(parents=True)
                (folder / where).write_bytes(content)
                (folder / "good.txt").write_text(GAZETTE, encoding="utf-8")
                ran = bed.run("build", "in", "--workspace", "w")
                if not any(count(file) >= LEAST for file in (bed.folder / "w" / "facts").glob("*.jsonl")):
                    yield "one bad file stops the others"
                elif (
                    ran.rc == 0
                    and "doubts), 0" not in ran.said.replace("(0 doubts), 0", "")
                    and "bad.txt" not in ran.said
                ):
                    known = sum(count(file) for file in (bed.folder / "w" / "facts").glob("*.doubts.jsonl"))
                    if not known:
                        yield "passed over without a word"

            yield Case("one bad file", f"{name} as {where}", attempt)


def no_files() -> Iterator[Case]:
    """What stands in a folder and is not a file."""
    for kind in ("fifo", "link", "folder without rights"):

        def attempt_no_file(bed: Bed, kind: str = kind) -> Iterator[str]:
            folder = bed.folder / "in"
            folder.mkdir()
            (folder / "good.txt").write_text(GAZETTE, encoding="utf-8")
            if kind == "fifo":
                os.mkfifo(folder / "bad.txt")
            elif kind == "link":
                (folder / "bad.txt").symlink_to("/nowhere")
            else:
                (folder / "bad.txt").mkdir(mode=0o000)
            if "bad.txt" not in bed.run("build", "in", "--workspace", "w").said and not (
                kind.startswith("folder") and os.geteuid() == 0
            ):
                yield "passed over without a word"

        yield Case("one bad file", kind, attempt_no_file)


def encodings(chance: random.Random) -> Iterator[Case]:
    """Texts in other encodings and forms: read, doubted or refused, never nonsense in silence."""
    traditional = "安山縣人民政府公報\n任命周文遠同志為縣水利局局長；\n免去吳立新同志的縣水利局局長職務。\n" * 30
    texts: dict[str, bytes] = {
        "big5": traditional.encode("big5"), "shift-jis": "人事異動のお知らせを行う\n".encode("shift_jis") * 80, "euc-kr": "인사발령 통지\n".encode("euc-kr") * 80,
        "utf-16-le": GAZETTE.encode("utf-16"), "utf-16-be": b"\xfe\xff" + GAZETTE.encode("utf-16-be"), "utf-32": GAZETTE.encode("utf-32"),
        "cr": GAZETTE.replace("\n", "\r").encode(), "nel": GAZETTE.replace("\n", "\u0085").encode(), "u+2028": GAZETTE.replace("\n", "\u2028").encode(),
        "mixed ends": "".join(line + end for line, end in zip(GAZETTE.splitlines(), itertools.cycle(["\r", "\n", "\u0085", "\r\n"]), strict=False)).encode(),
        "kangxi": GAZETTE.replace("人", "\u2f08").replace("长", "\u2ed3").encode(), "variation": GAZETTE.replace("周", "周\U000e0100").encode(),
        "soft hyphen": GAZETTE.replace("同志", "同\u00ad志").encode(), "zero width": GAZETTE.replace("同志", "同\u200b志").encode(),
        "bidi": GAZETTE.replace("任命", "任\u202e命").encode(), "private use": GAZETTE.replace("同", "\ue000").encode(), "full width": GAZETTE.translate({n: n + 0xFEE0 for n in range(33, 127)}).encode(),
        "koi8": "Приказ о назначении\n".encode("koi8-r") * 60, "latin-1": "Arrêté préfectoral\n".encode("latin-1") * 60, "gb18030": GAZETTE.encode("gb18030"),
    }  # fmt: skip
    for name, content in texts.items():

        def attempt(bed: Bed, content: bytes = content) -> Iterator[str]:
            (bed.folder / "t.txt").write_bytes(content)
            ran = bed.run("extract", "t.txt", "-o", "f.jsonl")
            if ran.rc == 0 and count(bed.folder / "f.jsonl") < 3 and not count(bed.folder / "f.doubts.jsonl"):
                yield "nonsense, or a loss, in silence"

        yield Case("encodings", name, attempt)


def numbers(chance: random.Random) -> Iterator[Case]:
    """Private numbers however they are written: in no output (the bench looks through all of them)."""
    n = NUMBER
    forms = [
        n, f"+86{n}", f"0086{n}", f"86-{n}", f"(86){n}", "138-1234-5678", "138－1234－5678", "138—1234—5678", "138–1234–5678", "138.1234.5678", "138·1234·5678",
        "(138)12345678", "（138）1234 5678", "138  1234  5678", "13812 345678", "138 123 45678", "1 3 8 1 2 3 4 5 6 7 8", "138\u00a01234\u00a05678", "138\u200b12345678",
        "138\u20091234\u20095678", "１３８１２３４５６７８", "１３８－１２３４－５６７８", "138_1234_5678", "1381234-5678", "13812-345678", "138\u20111234\u20115678", "138~1234~5678",
    ]  # fmt: skip
    places = {
        "item": "1.加快建设县文化中心，联系电话{}。（责任单位：县教育局；责任人：孙八 {}）\n",
        "title": "安山县人民政府办公室关于设立热线{}的通知\n安政办〔2024〕9号\n各镇：\n现通知如下。\n",
        "seat": "关于成立防汛领导小组的通知\n组  长：李四（县长）\n成  员：王五（县教育局局长，{}）\n",
        "table": "序号\t任务\t牵头单位\t责任人及电话\n1\t建设县图书馆{}\t县文化局\t周九{}\n",
    }
    for form, (part, text) in itertools.product(forms, places.items()):

        def attempt(bed: Bed, form: str = form, text: str = text) -> Iterator[str]:
            # outside the folder that is looked through lies only the text itself
            (bed.folder / "in.txt").write_text("安山县人民政府公报\n" + text.replace("{}", form), encoding="utf-8")
            bed.run("build", "in.txt", "--workspace", "w")
            bed.run("export", "graphml", "g.graphml", "--workspace", "w")
            (bed.folder / "in.txt").unlink()
            yield from ()

        yield Case("private numbers", f"{form} in a {part}", attempt)


def slow(chance: random.Random) -> Iterator[Case]:
    """Near-miss texts of some length: nothing takes cubic time."""
    makers = {
        "contents, blanks": "目录\n关于方案的通知" + " " * 2000 + "x\n关于工作的通知(2)\n正文\n", "contents, tabs": "目录\n关于方案的通知" + "\t" * 2000 + "x\n关于工作的通知(2)\n正文\n",
        "members": "关于成立领导小组的通知\n组  长：李四（区长）\n成  员：" + "张三 " * 6000 + "\n", "posts": "任命李四同志为" + "同志" * 12000 + "局长。\n", "digits": "任命李四同志为" + "1" * 20000 + "局长。\n",
        "brackets": "李四 区长 负责" + "（牵头）" * 4000 + "工作。分管" + "（牵头）" * 4000 + "。", "open brackets": "李四 区长 负责" + "（" * 9000 + "。", "enumerators": "一、" * 9000, "colons": "责任单位：" * 6000,
        "commas": "牵头单位：" + "县财政局、" * 6000, "quotes": "根据《" * 6000, "dates": "2024年" * 9000, "dots": "关于工作的通知" + "…" * 20000 + "3\n", "dashes": "—" * 30000,
        "one line": "县教育局" * 20000, "cells": "\t".join(["县教育局"] * 6000) + "\n", "appointed": "任命" * 9000, "removed": "免去" * 9000 + "职务。",
    }  # fmt: skip
    for name, text in makers.items():

        def attempt(bed: Bed, text: str = text) -> Iterator[str]:
            (bed.folder / "t.txt").write_text("安山县人民政府公报\n" + text, encoding="utf-8")
            bed.run("extract", "t.txt", "-o", "f.jsonl")
            yield from ()

        yield Case("brackets" if "brackets" in name else "slow texts", name, attempt)


def settings(chance: random.Random) -> Iterator[Case]:
    """zhize.toml and manifests of wrong types, depth, size: one line; what names no file or no day is said."""
    yield from settings_of_workspaces()
    yield from manifests()


def settings_of_workspaces() -> Iterator[Case]:
    """zhize.toml with values of wrong types, depth and size."""
    values = [
        "[1]",
        "5",
        "true",
        "{a = 1}",
        "9" * 5000,
        "[" * 5000,
        "1.5",
        "2024-01-01",
        '"' + "x" * 99999 + '"',
        "[[1]]",
        "''",
        '"\\u0000"',
    ]
    for key, value in itertools.product(["jurisdiction", "source", "store", "unknown"], values):

        def attempt(bed: Bed, key: str = key, value: str = value) -> Iterator[str]:
            (bed.folder / "w").mkdir()
            (bed.folder / "w" / "zhize.toml").write_text(f"{key} = {value}\n", encoding="utf-8")
            bed.run("build", str(bed.ready / "t.txt"), "--workspace", "w")
            yield from ()

        yield Case("settings", f"{key} = {value[:12]}", attempt)


def manifests() -> Iterator[Case]:
    """Manifests that name no file, no day, or are not TOML."""
    head = '[[gazette]]\nfile = "t.txt"\n'
    wrong = {
        "no such file": '[[gazette]]\nfile = "typo.txt"\n', "two entries": head + head, "no day": head + 'published = "2024-13-45"\n', "depth": "a = " + "[" * 5000, "digits": "a = " + "9" * 5000,
        "no file": '[[gazette]]\nname = "x"\n', "a list": "[[gazette]]\nfile = [1]\n", "a number": "gazette = 5\n", "unknown key": head + "colour = 1\n", "no TOML": "= x", "latin-1": "\xe9",
    }  # fmt: skip
    for name, text in wrong.items():

        def attempt_manifest(bed: Bed, text: str = text) -> Iterator[str]:
            _manifest(bed, text.encode("latin-1") if text == "\xe9" else text.encode())
            ran = bed.run("build", "m", "--workspace", "w")
            if "manifest" not in ran.said and "typo" not in ran.said:
                yield "taken without a word"

        yield Case("settings", f"manifest: {name}", attempt_manifest)

    def attempt_bom(bed: Bed) -> Iterator[str]:
        _manifest(bed, (head + 'jurisdiction = "330682"\n').encode("utf-8-sig"))
        if bed.run("build", "m", "--workspace", "w").rc:
            yield "a byte order mark is refused"

    yield Case("settings", "manifest: byte order mark", attempt_bom)


def _manifest(bed: Bed, content: bytes) -> None:
    (bed.folder / "m").mkdir()
    (bed.folder / "m" / "t.txt").write_text(GAZETTE, encoding="utf-8")
    (bed.folder / "m" / "manifest.toml").write_bytes(content)


def stores(chance: random.Random) -> Iterator[Case]:
    """A workspace that names somebody's server: no password goes there."""
    for command in (("ask", "changes"), ("build",), ("doctor",), ("forget", "t.txt")):

        def attempt(bed: Bed, command: tuple[str, ...] = command) -> Iterator[str]:
            seen: list[bytes] = []
            with socket.socket() as server:
                server.bind(("127.0.0.1", 0))
                server.listen(5)
                server.settimeout(30)
                threading.Thread(target=_listen, args=(server, seen), daemon=True).start()
                workspace = bed.workspace()
                (workspace / "zhize.toml").write_text(
                    f'store = "bolt://127.0.0.1:{server.getsockname()[1]}"\n', encoding="utf-8"
                )
                bed.run(
                    *command,
                    "--workspace",
                    "w",
                    env={"ZHIZE_NEO4J_PASSWORD": "geheim-4711", "ZHIZE_SETTINGS": str(bed.folder / "none.toml")},
                )
            if seen:
                yield "a foreign server is called"

        yield Case("stores that a workspace names", " ".join(command), attempt)


def _listen(server: socket.socket, seen: list[bytes]) -> None:
    try:
        while True:
            connection, _ = server.accept()
            seen.append(connection.recv(64))
            connection.close()
    except OSError:
        return


def kills(chance: random.Random) -> Iterator[Case]:
    """A build that is ended while it extracts in several processes: the next one starts."""
    import signal

    for how in (signal.SIGTERM, signal.SIGKILL):

        def attempt(bed: Bed, how: signal.Signals = how) -> Iterator[str]:
            (bed.folder / "in").mkdir()
            for number in range(6):
                (bed.folder / "in" / f"{number}.txt").write_text(GAZETTE * 60 + str(number), encoding="utf-8")
            _ended(bed, how)
            time.sleep(3)
            if bed.run("build", "in/0.txt", "--workspace", "w").rc:
                yield "the next build is refused"
            for process in _processes("-f", str(bed.folder)):
                os.kill(process, signal.SIGKILL)

        yield Case("killed builds", how.name, attempt)


def _ended(bed: Bed, how: int) -> None:
    """A build that is ended once it extracts in two processes."""
    command = [os.environ["ZHIZE_HOSTILE_PYTHON"], "-m", "dashboards", "build"]
    with subprocess.Popen(
        [*command, str(bed.folder / "in"), "--workspace", str(bed.folder / "w")],
        cwd=os.environ["ZHIZE_HOSTILE_PROGRAM"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as builder:
        for _ in range(200):
            if len(_processes("-P", str(builder.pid))) >= 2:
                break
            time.sleep(0.1)
        time.sleep(1)
        builder.send_signal(how)
        builder.wait()


def _processes(*which: str) -> list[int]:
    listed = subprocess.run(["pgrep", *which], capture_output=True, text=True, check=False).stdout
    return [int(number) for number in listed.split()]
