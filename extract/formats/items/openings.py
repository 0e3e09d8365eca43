"""Paragraphs that open with a question or a name and then say who answers for it.

In:  the cleaned text of a paragraph. Out: its Statement; what stands before it is the item

    (一)关于“用水总量控制在四亿立方米以内”的问题,由县水利局会同县财政局负责落实。
    3.建设青河湿地公园,由县林业局牵头实施,目前尚未开工。
"""

import re

from extract.names.marks import ENUMERATOR
from extract.names.shares import Statement
from extract.names.statement import statement

LONGEST_NAME = 40
# (一)关于“用水总量控制在四亿立方米以内”的问题,由县水利局会同县财政局负责落实。
QUESTION = re.compile(
    rf"(?:{ENUMERATOR})?关于“[^”]{{4,400}}”(?:、“[^”]{{2,200}}”){{0,6}}的?(?:问题|事项|任务|工作),(?=由)"
)
# 3.建设青河湿地公园,由县林业局牵头实施,目前尚未开工。
LED_NAME = re.compile(
    rf"""
    (?:{ENUMERATOR})[^,。;:]{{4,{LONGEST_NAME}}}[,(]  # 3.建设青河湿地公园,
    (?P<led>由[^,。;:()由]{{3,60}}?(?:牵头(?:组织|实施|建设|推进|落实|办理)*  # 由县林业局牵头实施
    | (?:负责|承办|主办)(?:组织|实施|建设|推进|落实|办理)+           # 由县住建局负责建设
    | 负责(?=[。;]?$)))(?=[,。;)]|$)                                   # 改造公厕50座,由县住建局负责。
    """,
    re.VERBOSE,
)


def told_after_name(text: str) -> Statement | None:
    """What stands after the question or the name that a paragraph opens with: 关于“…”的问题,由A会同B… · 3.建设公园,由A牵头实施,…"""
    if question := QUESTION.match(text):
        answer = statement(text, question.end(), len(text))
    elif led := LED_NAME.match(text):
        answer = statement(text, *led.span("led"))
    else:
        return None
    return answer if answer is not None and answer.shares else None
