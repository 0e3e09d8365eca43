"""Time against length, on texts that nearly are what each format reads: linear in practice, whatever is printed.

    python -m bench.growth                 sizes 1, 2 and 4 times --size; a growth of more than --most a doubling is a fault
    python -m bench.growth --only groups

Each text is doubled twice; what counts is the work of the longest against that of half of it, so that the clock of the machine does not matter.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping

from extract.pipeline import extract_document, pipeline
from extract.readers import document_of

LEAST = 0.05  # seconds below which nothing is said of growth
HEAD = "安山县人民政府公报\n安山县人民政府关于有关事项的通知\n安政发〔2024〕7号\n各镇人民政府：\n"
NEAR_MISSES: Mapping[str, Callable[[int], str]] = {
    "appointments, 同志": lambda n: "任命周文远同志为" + "同志" * n + "局长。\n",
    "appointments, digits": lambda n: "任命周文远同志为" + "1" * n + "局长。\n",
    "appointments, 任命": lambda n: "任命" * n + "\n",
    "appointments, 免去": lambda n: "免去" * n + "职务。\n",
    "appointments, names": lambda n: "任命" + "周文远、" * n + "为局长。\n",
    "divisions, verbs": lambda n: "周文远 县长 负责" + "分管" * n + "工作。\n",
    "divisions, brackets": lambda n: "周文远 县长 负责" + "（牵头）" * n + "工作。\n",
    "divisions, open brackets": lambda n: "周文远 县长 负责" + "（" * n + "。\n",
    "divisions, fields": lambda n: "周文远 县长 负责" + "水利、" * n + "工作。\n",
    "groups, names": lambda n: "关于成立防汛领导小组的通知\n组  长：贺知山（县长）\n成  员：" + "张三 " * n + "\n",
    "groups, seats": lambda n: "关于成立防汛领导小组的通知\n" + "副组长" * n + "：\n",
    "groups, blanks": lambda n: "关于成立防汛领导小组的通知\n组" + " " * n + "员：贺知山\n",
    "items, labels": lambda n: "责任单位：" * n + "\n",
    "items, units": lambda n: "一、加快建设。（牵头单位：" + "县财政局、" * n + "\n",
    "items, enumerators": lambda n: "一、" * n + "\n",
    "items, cells": lambda n: "序号\t任务\t牵头单位\n" + "\t".join(["县财政局"] * n) + "\n",
    "policies, titles": lambda n: "根据《" * n + "\n",
    "policies, closed titles": lambda n: "根据《办法》" * n + "\n",
    "policies, numbers": lambda n: "安政发〔2024〕" * n + "\n",
    "dates": lambda n: "2024年" * n + "\n",
    "contents, blanks": lambda n: "目录\n关于方案的通知" + " " * n + "x\n关于工作的通知(2)\n正文\n",
    "contents, dots": lambda n: "目录\n关于方案的通知" + "…" * n + "x\n关于工作的通知(2)\n正文\n",
    "titles, commas": lambda n: "县长周文远，" * n + "\n",
    "projects": lambda n: "一、建设" + "县文化中心" * n + "（责任单位：县财政局）\n",
    "dashes": lambda n: "—" * n + "\n",
    "blanks": lambda n: "县" + " \u3000" * n + "局\n",
    "no line ends": lambda n: "县教育局" * n + "\n",
    "short lines": lambda n: "县\n" * n,
    "private numbers": lambda n: "电话：138-" * n + "\n",
}


def seconds(text: str) -> float:
    """The work of extracting a text."""
    document = document_of(HEAD + text)
    began = time.process_time()
    extract_document(document)
    return time.process_time() - began


def main() -> int:
    """Prints a line a text; exit code 1 if any grows faster than allowed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=2_000)
    parser.add_argument("--most", type=float, default=3.0)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    pipeline()
    faults = 0
    for name, make in NEAR_MISSES.items():
        if arguments.only in name:
            took = [seconds(make(arguments.size * times)) for times in (1, 2, 4)]
            grows = took[2] > LEAST and took[2] > arguments.most * max(took[1], LEAST / arguments.most)
            faults += grows
            line = "  ".join(f"{one:.3f}" for one in took)
            print(f"{'✗' if grows else '✓'} {name:26} {line} s", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
