"""What a page prints twice: a title above the document's own head, and again below.

In:  安山县人民政府关于防汛的通知 / 发布日期：… / 安山县人民政府 / 关于防汛的通知      Out: whether the third line begins the head again
"""

from collections.abc import Sequence

from extract.names.bodies import kind_of_body
from extract.text.head.marks import ADDRESSEE, TITLE_CUE, number_in
from extract.text.lines import Line, is_date
from extract.text.paragraphs import BODY_LINE

LEAST_AGAIN = 6  # characters of a line that repeats a part of the title
LEAST_ABOUT = 8  # characters of what a title is about
LONGEST_AGAIN = 4  # lines within which the 文号 follows
LONGEST_PLACE = 12  # characters that a page leaves out before a title
LONGEST_PAGE = 40  # lines within which a title stands again


def text_of(lines: Sequence[Line]) -> str:
    """The cleaned text of lines that stand one below the other."""
    return "".join(line.text for line in lines)


def comes_again(title: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the title that a page prints above stands again below what lies between: 166人看过 / 学校."""
    whole = text_of(title)
    return any(len(line.text) >= LEAST_AGAIN and line.text in whole for line in after)


def said_again(title: Sequence[Line], line: Line, after: Sequence[Line]) -> bool:
    """Whether a line says again what the page above has said, so that the document's own head begins: its body or title.

    政务服务丨安山县人民政府关于…的意见 / 发布日期:… / 安山县人民政府 / 关于…的意见 / 安政发〔2021〕3号
    """
    whole, near = text_of(title), after[:LONGEST_AGAIN]
    if len(line.text) < LEAST_AGAIN or line.text == whole:
        return line.text == whole
    about = whole[whole.find("关于") :]  # 安山省政府|关于…的通知, and below it 安山省人民政府|关于…的通知
    if len(about) >= LEAST_ABOUT and about.startswith("关于") and line.text.endswith(about):
        return True
    if BODY_LINE.match(line.text) and _stands_in(near, whole):
        return True
    again = line.text
    for other in near:
        if not whole.startswith(again):
            break
        again += other.text
        if again == whole:
            return True
    return line.text in whole and any(number_in(other.text) for other in near)


def _stands_in(lines: Sequence[Line], whole: str) -> bool:
    """Whether some lines, one below the other, are a title as a whole: 关于印发《机构编制 / 管理办法》的通知."""
    texts = [line.text for line in lines]
    return any("".join(texts[i:j]) == whole for i in range(len(texts)) for j in range(i + 1, len(texts) + 1))


def fuller_below(title: Sequence[Line], lines: Sequence[Line]) -> list[Line] | None:
    """The title that stands again below the signature, with the place that a page leaves out: 青山区贯彻…的方案."""
    whole = text_of(title)
    for index, line in enumerate(lines[:LONGEST_PAGE]):
        if line is title[0] or not is_date(line.text):
            continue
        for length in (1, 2, 3):
            below = list(lines[index + 1 : index + 1 + length])
            text = text_of(below)
            if whole != text and text.endswith(whole) and len(text) - len(whole) <= LONGEST_PLACE:
                return below
    return None


def with_issuers(title: Sequence[Line], lines: Sequence[Line]) -> list[Line] | None:
    """The title that stands again above the addressee, with the bodies that issue it, which the page above leaves out.

    关于防汛的通知 / 发布时间:2015-07-28 / 安山县水利局 安山县应急局关于防汛的通知 / 各乡镇:
    """
    whole = text_of(title)
    first = next((index for index, line in enumerate(lines) if line is title[-1]), None)
    for index, line in enumerate(lines[:LONGEST_PAGE] if first is not None else ()):
        if index <= (first or 0) or len(line.text) <= len(whole) or not line.text.endswith(whole):
            continue
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        bodies = line.text[: -len(whole)]
        if whole.startswith("关于") and ADDRESSEE.match(after) and kind_of_body(bodies[-LONGEST_PLACE:]) is not None:
            return [line]
    return None


def starts_title(lines: Sequence[Line]) -> bool:
    """Whether lines may be the first ones of a title: a body, or words that lead to what it is about."""
    return any(TITLE_CUE.search(line.text) or BODY_LINE.match(line.text) for line in lines)
