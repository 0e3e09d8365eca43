"""What stands around a paragraph and makes its labels something else than who answers for an item.

In:  a notice and the index of a paragraph
Out: whether it stands in the footer of a website, in the list of a group's seats, or over the rows of a table
"""

import re

from extract.document import Notice
from extract.lexicon import any_of, words_of
from extract.lexicon.signs import sign_of
from extract.names.marks import ENUMERATOR, HAN

GROUP_LINE = re.compile(rf"^(?:{any_of('duties', 'group_line')})[:(]")
MAY_SEAT = sign_of(GROUP_LINE)
LED_GROUP = re.compile(r"牵头领导:")
GROUP_NAME = re.compile(rf"(?:{any_of('duties', 'group_ends')})$")
# (1)综合协调组。由县应急局牵头,县公安局组成: who forms a part of a body answers for no item
PART_OF_BODY = re.compile(
    rf"(?:{ENUMERATOR})?[{HAN}“”]{{1,16}}(?:组|专班|指挥部)(?:[。:,]|(?=由[^,。;]{{2,60}}牵头[,、;]))"
)
FOOTER = words_of("duties", "footer")  # 上一篇, 备案号, 网站地图: words of the footer of a website
RUNS_PAGE = re.compile(rf"^(?:{any_of('duties', 'runs_page')})(?:{any_of('shared', 'unit')})?:")


def stands_over_rows(notice: Notice, index: int) -> bool:
    """Whether a paragraph stands right above a row of a table."""
    following = notice.blocks[index + 1 : index + 2]
    return bool(following) and following[0].is_row


def in_footer(notice: Notice, index: int) -> bool:
    """Whether a line that names who runs a page stands in the footer of a website: 主办单位:… / 备案号…."""
    if not RUNS_PAGE.match(notice.blocks[index].text.text):
        return False
    near = notice.blocks[max(0, index - 2) : index + 3]
    return any(word in block.text.text for block in near for word in FOOTER)


def in_group(notice: Notice, index: int) -> bool:
    """Whether a paragraph stands among the seats of a group: 成员单位:… beside it."""
    near = notice.blocks[max(0, index - 1) : index + 2]
    if any(block.text.signs & MAY_SEAT and GROUP_LINE.match(block.text.text) for block in near if not block.is_row):
        return True
    if not LED_GROUP.match(notice.blocks[index].text.text):
        return False
    heads = index and GROUP_NAME.search(
        notice.blocks[index - 1].text.text
    )  # (一)项目专班 / 牵头领导:… / 牵头单位:… / 成员单位:…
    return bool(heads) and any(GROUP_LINE.match(block.text.text) for block in notice.blocks[index + 1 : index + 4])
