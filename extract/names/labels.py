"""The labels that announce who answers for an item, and when it is to be done.

In:  cleaned text, and where layout stood in it. Out: matches whose groups tell the kind of label

    牵头单位:区教育局 · 责任领导:方小舟 · 完成时限:12月底 · 责任单位　区教育局 (layout space in the place of a colon)
    排在第一位的为牵头单位,下同
"""

import re
from collections.abc import Container

from extract.lexicon import any_of
from extract.names.marks import HAN, LEVELS

UNIT_WORD = (
    rf"(?:第[一二]|共同|主要|具体|总|直接|相关|属地|[{LEVELS}]级)?"
    rf"(?:{any_of('answers', 'unit_role')})(?:和?(?:{any_of('answers', 'second_role')}))?"
    rf"(?:{any_of('answers', 'unit_noun')})"
)
OFFICIAL_WORD = (
    rf"(?!联系人)(?:{any_of('answers', 'official_role')})"
    rf"(?:(?:责任|负责|[{LEVELS}]委?|[{LEVELS}厅处]级|政府)*(?:{any_of('answers', 'official_noun')}|人|副?[{LEVELS}]长))"
    rf"|[{LEVELS}](?:委|政府|委、?[{LEVELS}]政府)(?:{any_of('answers', 'leader_how', 'leader_of_committee')})领导"
    rf"|[{LEVELS}]级?(?:{any_of('answers', 'leader_how', 'leader_of_place')})?领导"
)
# 副链长, 县级河长: who answers for a chain, a river, a wood that the heading above names
CHIEF_WORD = rf"(?:[{LEVELS}镇乡村]级)?(?:{any_of('shared', 'of_first_rank')})?副?(?:河湖|[链河湖林田路街巷库渠])长"
DEADLINE_WORD = rf"(?:(?:{any_of('answers', 'deadline_of')})?(?:{any_of('answers', 'deadline')})(?:要求)?)"
NO_LABEL = r"副?[链河湖林田路]长:|(?<=[长记委])协助:"  # 石某　省委副书记、省长|副河长:丁某　副省长|协助:省水利厅
BARE_WORD = rf"(?:{any_of('answers', 'bare_label')})"
LABEL = re.compile(
    rf"""
      (?:
          (?P<unit>{UNIT_WORD})|(?P<official>{OFFICIAL_WORD}|{CHIEF_WORD})  # 第一牵头和配合单位
        | (?P<deadline>{DEADLINE_WORD})  # 完成时限要求
      )
      (?:\([^()]{{0,6}}\))?[:为\]]  # (某): 【牵头单位】
    | (?:^|(?<=[;,。、(\[]))
      (?:
          (?P<bare>{BARE_WORD}):|(?P<open>{UNIT_WORD})(?=[{HAN}])  # 责任分工:
        | (?P<other>(?:(?!单位:|部门:|领导:|人:|{DEADLINE_WORD}:|{NO_LABEL})[{HAN}]){{2,8}}):  # 某某:
      )""",
    re.VERBOSE,
)
MARKS = ":;,、()"  # after a label: no layout space takes their place
NEVER = "(?!)"
# 责任领导　方小舟: a label that layout space divides from what it is of, at the start of a line
GAPPED = re.compile(
    rf"""
      (?P<unit>{UNIT_WORD})|(?P<official>{OFFICIAL_WORD}|{CHIEF_WORD})|(?P<deadline>{DEADLINE_WORD})  # 责任单位
    | (?P<bare>{NEVER})|(?P<open>{NEVER})|(?P<other>{NEVER})  # the groups of LABEL
    """,
    re.VERBOSE,
)
FIRST_LEADS = re.compile(
    rf"""
    [(,;。]?(?:其中,?)?(?:以上|上述|以下)?  # (其中,以上
    (?:各?(?:{any_of("answers", "answering")}|负责)?(?:{any_of("shared", "unit")})(?:中|里)?,?)?
    (?:
        (?:[排列]|位[列居])(?:名|序)?(?:在|于)?(?:第[一1]|首)位?(?:的|者)?(?:{any_of("answers", "answering")})?(?:{any_of("shared", "unit")})?  # 排名在第一位的责任单位
      | (?:第[一1]|首)[位个](?:{any_of("answers", "answering")})?(?:{any_of("shared", "unit")})  # 首位单位
    )
    ,?(?:为|是|即为|系)  # ,为
    (?P<word>
        (?:工作)?(?:{any_of("answers", "leads")}|主责|第一责任)(?:责任)?(?:{any_of("shared", "unit")})?  # 工作牵头单位
        (?:[或和、][{HAN}]{{2}}(?:责任)?(?:{any_of("shared", "unit")})?)?  # 或汇总单位
    )
    (?P<on>[^。;]*?(?:下同|以下同))?[)]?  # 某下同)
    """,
    re.VERBOSE,
)


def gapped_label(text: str, start: int, end: int, gaps: Container[int]) -> re.Match[str] | None:
    """The label that text[start:end] opens with if layout space, no colon, stands after it: 完成时限　12月底; `gaps` as of `breaks`."""
    label = GAPPED.match(text, start, end) if gaps else None
    return (
        label
        if label and start < label.end() < end and label.end() in gaps and text[label.end()] not in MARKS
        else None
    )
