"""Whatever text stands in a notice, divisions and groups read it without failing, and every quotation is true."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts import Doubt, Fact
from extract.formats.divisions.notice import divisions
from extract.formats.groups.notice import groups
from extract.readers.text import document_of
from extract.text.segment import notices

WORDS = (
    "组长 副组长 成员 办公室主任 : ： ， 。 ； 、 县长 副县长 张三 李四丰 王 五 艾力·买买提 任 担任 为 由 以 成立 领导小组 指挥部 "
    "办公室 设在 兼任 县财政局 各乡镇 分管 负责 主持 联系 协助 工作 和 ( ） （ ) 女 等部门 安全生产 AB角 互为 分管工作 联系单位 对 "
    "负总责 主要负责人 同志 一、 （一） 综合组 的 牵头 参加 成员单位 党组成员 秘书长 姓名 职务 12个 下设 承担 日常工作 <p>"
)
LAYOUT = ("\n", "\t", "\u3000", "\f")
PIECES = (*re.split(" ", WORDS), *LAYOUT)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=80))
def test_no_text_breaks_the_reading(pieces: list[str]) -> None:
    document = document_of("县人民政府领导分工\n" + "".join(pieces))
    for notice in notices(document):
        for format_of in (divisions, groups):
            for found in format_of(notice):
                if isinstance(found, Fact | Doubt):
                    evidence = found.evidence
                    assert evidence.quote == document.text[evidence.start : evidence.end]
                    assert len(evidence.quote) <= 300 or "\t" in evidence.quote
                if isinstance(found, Fact):
                    assert found.subject.name
                    assert found.object.name
