"""Time against length: every pattern of extraction, and extraction as a whole, on texts that nearly match, ever longer.

    python -m bench.hostile.lengths                   all patterns, then whole texts
    python -m bench.hostile.lengths --only formats    patterns of modules whose names hold a word
    python -m bench.hostile.lengths --whole           whole texts alone

Names what grows faster than by the exponent 1.3 (of what takes longer than a few milliseconds): such a pattern makes a
hostile text slow. A text nearly matches if it repeats a literal that the pattern holds, or a token of such documents.
"""

import argparse
import gc
import importlib
import math
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from re import _constants as constants
from re import _parser as parser
from typing import Any

import extract
from extract.pipeline import extract_document
from extract.readers.text import document_of

STEEPEST = 1.3
STEP = 4
LENGTHS = (256, 1_024, 4_096, 16_384)  # characters of the texts of a pattern
UNBEARABLE = 0.06  # seconds after which no longer text is tried
LEAST = 0.008  # seconds of the longest one, below which noise decides
MOST_LITERALS = 8
TOKENS = (
    *("(", ")", "（", "、", "，", ",", ":", "。", ";", " ", "\t", "　", "1", "一", "第", "《", "》", "“", "·", "县"),
    *("同志", "方小舟、", "县水利局、", "任命方小舟", "(县水利局", "负责", "办公室", "1.", "2021年", "副县长"),
)
WHOLE: dict[str, Callable[[int], str]] = {
    "blanks in contents": lambda n: f"目录\n关于方案的通知{' ' * n}x\n关于工作的通知(2)\n正文\n",
    "tabs in contents": lambda n: "目录\n关于方案的通知" + "\t" * n + "x\n关于工作的通知(2)\n正文\n",
    "members by blanks": lambda n: f"关于成立领导小组的通知\n组  长：方小舟（县长）\n成  员：{'白立言 ' * (n // 4)}\n",
    "comrades": lambda n: f"任命方小舟同志为{'同志' * (n // 2)}局长。\n",
    "digits": lambda n: f"任命方小舟同志为{'1' * n}局长。\n",
    "open brackets": lambda n: f"安山县2021年工作要点\n1.疏浚河道{'（县水利局' * (n // 5)}\n（责任单位：县水利局）\n",
    "closing brackets": lambda n: (
        f"安山县2021年工作要点\n1.疏浚河道。{'（县水利局）' * (n // 6)}\n（责任单位：县水利局）\n"
    ),
    "units": lambda n: f"安山县工作要点\n1.疏浚河道。（责任单位：{'县水利局、' * (n // 5)}）\n",
    "duties": lambda n: f"安山县领导分工\n方小舟，县长，负责{'水利、' * (n // 3)}工作。\n",
    "titles": lambda n: f"安山县大事记\n{'县长、' * (n // 3)}方小舟出席。\n",
    "names": lambda n: f"安山县大事记\n县长{'方小舟、' * (n // 4)}出席。\n",
    "quotations": lambda n: f"安山县通知\n安政发〔2021〕7号\n根据{'《防汛条例' * (n // 5)}\n",
    "lines": lambda n: "安山县大事记\n" + "县长方小舟出席\n" * (n // 8),
    "rows": lambda n: "安山县任务分解表\n序号\t任务\t责任单位\n" + "1\t疏浚\t县水利局\n" * (n // 11),
    "names before a verb": lambda n: f"安山县任免\n{'县长方小舟　任' * (n // 7)}\n",
    "appointments": lambda n: f"安山县任免\n{'任命方小舟为县长、' * (n // 9)}\n",
    "titles in an order": lambda n: f"关于方小舟同志职务任免的通知\n各单位：\n{'县长方小舟、' * (n // 6)}\n",
    "duties run on": lambda n: f"安山县通知\n{'负责水利、' * (n // 5)}\n",
    "duties to come": lambda n: f"安山县通知\n{'副县长方小舟将分管林业，' * (n // 12)}\n",
    "moves": lambda n: f"安山县通知\n{'方小舟由县教育局调任县林业局副局长，' * (n // 19)}\n",
    "offices of groups": lambda n: f"安山县通知\n{'县防汛领导小组办公室设在县水利局。' * (n // 17)}\n",
    "committees": lambda n: f"安山县通知\n{'防火专委会主任由方小舟担任，办公室设在县消防队，' * (n // 24)}\n",
    "rows divided": lambda n: "序号\t任务\t责任单位\t时限\n" + "1\t疏浚\t县水利局\n县财政局\t年底\n" * (n // 20),
    "citing": lambda n: f"安山县通知\n{'根据《防汛条例》' * (n // 8)}\n",
    "parts": lambda n: f"安山县通知\n{'内设机构：办公室、' * (n // 9)}\n",
    "elections": lambda n: "安山县通知\n" + "当选为县长，\n" * (n // 7),
    "removals": lambda n: f"安山县任免\n免去{'方小舟县水利局局长、' * (n // 10)}职务。\n",
}
WHOLE_LENGTHS = (1_500, 6_000, 24_000)
WHOLE_LEAST = 0.2


def patterns(only: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of extraction holds, with its name."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        if only not in module.name or ".readers.prints.ocr" in module.name or module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:
            continue  # an extra that is not installed
        for name, value in vars(loaded).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and id(value) not in seen:
                seen.add(id(value))
                yield f"{module.name}.{name}", value


def literals(pattern: re.Pattern[str]) -> list[str]:
    """The runs of letters that a pattern holds, as its parser sees them; of a set one member."""
    runs: list[str] = []
    _collect(parser.parse(pattern.pattern, pattern.flags), runs, "")
    return sorted({run for run in runs if run}, key=len, reverse=True)[:MOST_LITERALS]


def _collect(parsed: Any, runs: list[str], run: str) -> None:
    for operation, value in parsed:
        if operation is constants.LITERAL:
            run += chr(value)
            continue
        runs.append(run)
        run = ""
        if operation is constants.IN and value and value[0][0] in {constants.LITERAL, constants.RANGE}:
            first = value[0][1]
            runs.append(chr(first if isinstance(first, int) else first[0]))
        parts = value if isinstance(value, (list, tuple)) else (value,)
        for part in parts:
            for one in part if isinstance(part, (list, tuple)) else (part,):
                if isinstance(one, parser.SubPattern):
                    _collect(one, runs, "")
    runs.append(run)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def exponent(work: Callable[[int], object], lengths: Sequence[int], least: float) -> float:
    """By which power of its length the time of a work grows, at the longest length that stays bearable; 0 of quick work."""
    before = 0.0
    for length in lengths:
        took = seconds(lambda n=length: work(n))  # type: ignore[misc]
        if took >= least and (length == lengths[-1] or took > UNBEARABLE):
            return math.log(took / max(before, least / 1000)) / math.log(STEP) if before else 9.9
        before = took
    return 0.0


def _walked(pattern: re.Pattern[str], text: str) -> int:
    """How often a pattern matches in a text, searched for from each place."""
    return sum(1 for _ in pattern.finditer(text))


def steep_patterns(only: str) -> Iterator[tuple[float, str, str]]:
    """The patterns that grow too fast, each with the worst text for it."""
    for name, pattern in patterns(only):
        worst = (0.0, "")
        inner = literals(pattern)
        pairs = [one + other for one in inner[:4] for other in inner[:4] if one != other]
        for token in dict.fromkeys((*TOKENS, *inner, *pairs)):
            # a text of one token, whose search goes on from each place
            grown = exponent(lambda n, t=token, p=pattern: _walked(p, t * (n // len(t))), LENGTHS, LEAST)
            if grown > STEEPEST:  # once more, for a busy machine
                grown = min(
                    grown, exponent(lambda n, t=token, p=pattern: _walked(p, t * (n // len(t))), LENGTHS, LEAST)
                )
            worst = max(worst, (grown, token))
        if worst[0] > STEEPEST:
            yield worst[0], name, worst[1]


def steep_texts() -> Iterator[tuple[float, str, str]]:
    """The whole texts whose extraction grows too fast."""
    for name, make in WHOLE.items():
        grown = exponent(lambda n, m=make: extract_document(document_of(m(n))), WHOLE_LENGTHS, WHOLE_LEAST)
        print(f"{grown:5.2f} {name}", flush=True)
        if grown > STEEPEST:
            yield grown, name, ""


def main() -> int:
    """Prints what grows too fast; 1 if anything does."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--only", default="", help="a word of the names of modules")
    arguments.add_argument("--whole", action="store_true", help="whole texts alone")
    args = arguments.parse_args()
    # what is loaded at first use, the recogniser too, is no part of a text's time
    extract_document(document_of(WHOLE["comrades"](WHOLE_LENGTHS[0])))
    gc.disable()  # its walks over all that is loaded are no part of a pattern's time
    steep = [] if args.whole else list(steep_patterns(args.only))
    steep += steep_texts() if not args.only else ()
    for grown, name, token in sorted(steep, reverse=True):
        print(f"{grown:5.2f} {name} {token!r}")
    print(f"{len(steep)} grow faster than by {STEEPEST}")
    return int(bool(steep))


if __name__ == "__main__":
    sys.exit(main())
