"""Characters that stand for others: radicals that a PDF prints for characters, private-use characters that mean a blank.

In:  ⼈⺠政府⼯作   Out: 人民政府工作; as long as before, so that offsets hold
"""

import re
import unicodedata

SUPPLEMENT = dict(  # radicals that NFKC leaves as they are: ⺠民 ⻓长 ⻅见
    zip(
        "⺁⺄⺅⺇⺊⺌⺒⺓⺘⺜⺝⺟⺠⺡⺧⺨⺩⺫⺬⺮⺹⺼⺽⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "厂乙亻几卜小巳幺扌日月母民氵牛犭王目示竹耂月臼虎衤西西见角讠贝车辶长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟龟",
        strict=True,
    )
)
FOLD = {ord(radical): plain for radical, plain in SUPPLEMENT.items()}
FOLD |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
FOLD |= {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in range(0xF900, 0xFAD9)
    if len(unicodedata.normalize("NFKC", chr(code))) == 1
}
ODD = re.compile(r"[\u2e80-\u2fd5\uf900-\ufad9\ue000-\uf8ff\U000f0000-\U0010ffff]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def folded(text: str) -> str:
    """The text, radicals as characters, private-use characters and controls as blanks; as long as before."""
    return CONTROL.sub(" ", ODD.sub(_plain, text))


def _plain(match: re.Match[str]) -> str:
    return FOLD.get(ord(match[0]), " ") if match[0] < "\ue000" or "\uf900" <= match[0] <= "\ufad9" else " "
