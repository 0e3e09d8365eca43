"""A newspaper whose words are tagged, as training text: 临江社/nt 记者/n 丁/nr 远山/nr 摄/Vg.

In:  a file of paragraphs, words divided by blanks, each with its tag (nr part of a person's name, nt body, ns place)
Out: examples: a family name and the given name after it are one PERSON, a place with the body after it one ORG
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.recogniser.examples import Example, with_posts
from extract.clean import fold
from extract.lexicon import single_surnames, two_character_surnames
from extract.recogniser.borders import ORG, PERSON

WORD = re.compile(r"(\S+)/([A-Za-z]+)\S*")
BODY_END = re.compile(
    "(?:政府|[省市县区州]委|委员会|办公室|党委|党组|常委会|人大|政协|局|厅|部|司|处|院|署|公司|集团|银行|大学|学院|法院|检察院|学校|中学|小学|医院|协会|学会|联合会|工会|总会|基金会|中心|厂|所|站|军区|总队|支队|报社|出版社)$"
)
NO_BODY = {"部", "处", "所", "局", "院", "厂", "站", "全部", "内部", "干部", "各部"}
INSIDE = {"ns", "nz", "n", "vn", "j", "an", "b", "nt", "m", "f"}
MOST_WORDS = 6
OPENINGS = single_surnames() | two_character_surnames()
Words = Sequence[tuple[str, str]]


def newspaper(file: Path) -> Iterator[Example]:
    """The paragraphs in which somebody or a body is named."""
    for line in file.read_text(encoding="utf-8").splitlines():
        words = [(match[1], match[2]) for match in WORD.finditer(line)]
        text = fold("".join(word for word, _ in words))
        starts = [0]
        for word, _ in words:
            starts.append(starts[-1] + len(word))
        spans = [(starts[left], starts[right], label) for left, right, label in _named(words)]
        if spans and len(text) == starts[-1]:
            yield Example(text, tuple(with_posts(text, spans)))


def _named(words: Words) -> Iterator[tuple[int, int, str]]:
    offset = 0
    while offset < len(words):
        word, tag = words[offset]
        if tag == "nr":
            end = offset + 1
            if end < len(words) and words[end][1] == "nr" and word in OPENINGS and word not in words[end][0]:
                end += 1
            yield offset, end, PERSON
            offset = end
            continue
        end = _body(words, offset)
        if end:
            yield offset, end, ORG
        offset = end or offset + 1


def _body(words: Words, offset: int) -> int:
    """The index after the words of a body that begins at `offset`; 0 if none does."""
    tag = words[offset][1]
    if tag not in {"ns", "nt", "nz", "j"}:
        return 0
    best = offset + 1 if tag == "nt" else 0
    for end in range(offset + 1, min(len(words), offset + MOST_WORDS)):
        next_word, next_tag = words[end]
        if next_tag not in INSIDE:
            break
        if next_tag != "ns" and BODY_END.search(next_word) and next_word not in NO_BODY - {"部", "局", "院", "厂"}:
            best = end + 1
    return best
