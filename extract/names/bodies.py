"""Bodies by how their names end: what kind a name is of, and which words are sets of bodies without a name.

In:  a cleaned name: 区教育局, 李集街道办事处, 区安委会办公室, 各街镇.
Out: its kind (department, street, group) or None; whether it is an aggregate.

    李集街道办事处 → street     李集街道综合执法中心 → department     区消防安全委员会 → group     各街镇 → aggregate
"""

import re
from functools import lru_cache

from extract import lexicon
from extract.facts import Kind
from extract.lexicon import any_of
from extract.lexicon.alternatives import alternatives
from extract.names.marks import DIGITS, HAN, LEVELS

_KIND_OF = {word: Kind(entry.kind) for entry in lexicon.endings() for word in entry.words}
# how long the endings are that end in the same character, the longest first
_LENGTHS = {
    last: sorted({len(word) for word in _KIND_OF if word[-1] == last}, reverse=True)
    for last in {word[-1] for word in _KIND_OF}
}
# what stands behind 和 in the name of a body with two fields: 人力资源和|社会保障局
SECOND_FIELDS = alternatives(sorted({word.split("和", 1)[1] for word in lexicon.words_of("divisions", "joint_field")}))
_COMMITTEE = "委员会"
LONGEST_NAME = 120  # characters; no body has a longer name
_AGENCY_COMMITTEES = tuple(sorted(lexicon.committee_fields(), key=len, reverse=True))
_GROUP_FIELDS = tuple(lexicon.group_fields())
_GROUPS = tuple(lexicon.abbreviated_groups())
_NOT_BODIES = lexicon.not_bodies()
_AGGREGATE_STARTS = tuple(lexicon.aggregate_starts())
_AGGREGATE_ENDS = tuple(lexicon.aggregate_ends())
EVERY_PART = re.compile(rf"各[{HAN}]{{0,4}}(?:[科股处]室|{any_of('bodies', 'every')})$")  # 局机关各股室
OF_ALL_DIRECT = re.compile(rf"[{LEVELS}]直(?:{any_of('bodies', 'direct')})")  # 市直园区管委会: those of the city
MARKS = re.compile(
    rf"[,，。;；:：!！?？、\s]|{any_of('bodies', 'no_body')}|[XxＸ×*]{{2}}"
)  # which no name of a body holds; XX县水利局 of a form
JURISDICTION = re.compile(
    rf"""
    ^
    (?!.*(?:{any_of("bodies", "area")}|全[省市县区]|[本我该各][省市县区]))
    [{HAN}]{{1,7}}[{LEVELS}]$  # 某省
    """,
    re.VERBOSE,
)
STREET_PARTY = re.compile(
    rf"(?:街道?|镇|乡|[开新园游假景胜保贸理经]区|{any_of('bodies', 'street_organ')})(?:{any_of('shared', 'party')})$"
)
# standing committees of a congress, also where it is not printed before them
OF_A_CONGRESS = (
    "内务司法",
    "财政经济",
    "代表资格审查",
    "监察和司法",
    "农业与农村",
    "教育科学文化卫生",
    "民族宗教侨务外事",
    "港澳台侨",
    "教科卫体",
    "宪法和法律",
    "学习和文史",
    "农业和农村",
)
WORKING_PARTY = re.compile(
    r"(?:(?:^|[^局厅部院校司会组队行])|[片开新]区[^、]{0,4}管理局)党工委$"
)  # 党工委, 区党工委, 河东片区党工委, 河东片区管理局党工委: of a street or a zone
ZONE_PARTY = re.compile(
    rf"(?:{any_of('bodies', 'open_zone')}|新|园|{any_of('bodies', 'zone_kind')})区工作$"
)  # 中共某市委某开发区工作委员会
AGENCY_BEFORE_ORGAN = re.compile(rf"(?:直属?|{any_of('bodies', 'party_field')})(?:{any_of('shared', 'party')})$")
# 县建设和管理委员会 is an agency, 凤凰山风景区管理委员会 the government of a zone
MANAGES_A_FIELD = ("监督管理", "城市管理", "市政管理", "行政管理", "建设和管理", "城乡建设管理", "城市建设管理")
OF_CONGRESS = re.compile(
    rf"(?:人民代表大会(?:常务委员会)?|人大(?:常委会)?|{any_of('shared', 'conference')})(?=[{HAN}])"
)
CONGRESS_AT = re.compile(r"人大常委会[^、]{2,8}(?:街道|镇|乡)工作$")  # 区人大常委会东山街道工作委员会
# 县文联第六届委员会: the committee that a party, a union, an association has for a term
OF_TERM = re.compile(rf"(?:{any_of('bodies', 'elects')}|党)[^、]{{0,6}}第[一二三四五六七八九十百\d]{{1,4}}届$")
GROUP_OFFICE = re.compile(rf"(?:{any_of('bodies', 'has_office')})办(?:公室)?$")
SCHOOLS = re.compile(
    # 中小学校, 全县民办学校, 辖区内各类学校; a school with a name of its own is none: 区行政学校
    rf"""
    (?:
        [全本我该辖驻在][{LEVELS}镇乡街校]|[{LEVELS}镇乡街][属直级内域办管]|[城农]村?[区乡镇]?|[大中小初高职专普]  # 全省
      | {any_of("bodies", "school_set")}|内|各|级|类|[和及、的等]  # 高等
    )*
    学校""",
    re.VERBOSE,
)
# 1|区城投公司, 1.|县水利局 of a list whose rows are numbered, 部内|政策司
BEFORE_NAME = re.compile(
    rf"""
      \(?\d{{1,3}}[.、)](?=[{HAN}]{{3}}) | \d{{1,2}}(?=[{LEVELS}][{HAN}]{{2}})  # 1. before any name, 1 before 区
    | (?:{any_of("bodies", "before_name")})(?=[{HAN}]{{3}})                     # 包括|县水利局
    | [部厅局委]内(?=[{HAN}]{{2,8}}[司局处室](?![{HAN}]))                       # 部内
    """,
    re.VERBOSE,
)
# 丁力(县水利局局长)石磊(县财政局…: persons with their titles in brackets; 兼任, 设在, 同志任: a clause; 三楼305室: a room
NO_NAME = re.compile(
    rf"""
      \([^()]*[长任记员]\)[{HAN}]|[主书][任记][和与]|(?<!^)(?:{any_of("bodies", "runs_on")})|\d室$  # (县水利局局长)石
    | (?:{any_of("bodies", "told_by")})$ | ^(?:{any_of("bodies", "leads_in")})                      # 现场申报, 凭
    | ^[^”]*“[^”]*$                                                                                 # 按“学校
    """,
    re.VERBOSE,
)
NO_SCHOOL = "第统之其唯单同另专归合划如万逐\\d"  # 统|一中…: what stands before a numeral that is none of a school's
# 县一中, 柳河二小, 师大附中: a school by its short name; no 统一中, no 第三中
SCHOOL = re.compile(rf"[{HAN}]{{0,7}}[^{NO_SCHOOL}][{DIGITS}十附][中小]")
# 高一年级, 柳河二中初三年级: a part of a school; no 一年级 of laws
GRADE = re.compile(rf"(?:[{HAN}]{{0,10}}[中小学校])?[初高][一二三]年[级段]")
UNIT = re.compile(rf"[第\d{DIGITS}十百]+(?:师|团|连|旅)$")  # of the army, the militia, the Xinjiang corps


@lru_cache(maxsize=16384)
def kind_of_body(name: str) -> Kind | None:
    """The kind of a body's name; None if the name is none (or only a set of bodies)."""
    while name.endswith(")") and "(" in name[1:]:  # 县财政局(县国资局)
        name = name[: name.rindex("(")]
    if is_no_body(name):
        return None
    if name.endswith(_GROUPS) and not name.endswith("机关工委"):
        return Kind.GROUP
    if name.endswith(_COMMITTEE) and name != _COMMITTEE:
        return _kind_of_committee(name[: -len(_COMMITTEE)])
    if GROUP_OFFICE.search(name):
        return Kind.DEPARTMENT
    if (STREET_PARTY.search(name) or WORKING_PARTY.search(name)) and not AGENCY_BEFORE_ORGAN.search(name):
        return Kind.STREET
    for length in _LENGTHS.get(name[-1:], ()):
        kind = _KIND_OF.get(name[-length:]) if length <= len(name) else None
        if kind is not None:
            return kind
    if (name[-1] in "中小" and SCHOOL.fullmatch(name)) or (name[-1] in "级段" and GRADE.fullmatch(name)):
        return Kind.DEPARTMENT
    return Kind.DEPARTMENT if JURISDICTION.match(name) or UNIT.search(name) else None


def is_no_body(name: str) -> bool:
    """Whether a text names no body however it ends: 会议室, 各乡镇, a clause."""
    if not 2 <= len(name) <= LONGEST_NAME or MARKS.search(name) or name in _NOT_BODIES or is_aggregate(name):
        return True
    return NO_NAME.search(name) is not None


def _kind_of_committee(field: str) -> Kind:
    if CONGRESS_AT.search(field):
        return Kind.DEPARTMENT
    if field.endswith(("街道工作", "镇", "乡", "街道", "苏木")) or ZONE_PARTY.search(field):
        return Kind.STREET
    if field.startswith(("中共", "中国共产党")) or OF_CONGRESS.search(field) or OF_TERM.search(field):
        return Kind.DEPARTMENT
    if field.removesuffix("工作").endswith(OF_A_CONGRESS):
        return Kind.DEPARTMENT
    if field.endswith(_GROUP_FIELDS):
        return Kind.GROUP
    if field.endswith("管理") and not field.endswith(MANAGES_A_FIELD):
        return Kind.STREET
    if field.endswith("工作") and not field.endswith(("机关工作", "教育工作", "预算工作", "金融工作", "街道工作")):
        return (
            Kind.DEPARTMENT
            if field.endswith(("代表联络工作", "法制工作", "人事工作", "代表选举工作", "人事代表工作", "监察司法工作"))
            else Kind.GROUP
        )
    if field.endswith(_AGENCY_COMMITTEES):
        return Kind.DEPARTMENT
    return Kind.GROUP


def ends_like_body(name: str) -> bool:
    """Whether a name ends as names of bodies do; cheaper than `kind_of_body`, and true of aggregates too."""
    return any(name[-length:] in _KIND_OF for length in _LENGTHS.get(name[-1:], ()) if length <= len(name))


@lru_cache(maxsize=16384)
def is_aggregate(name: str) -> bool:
    """Whether a name stands for a set of bodies that have no name of their own: 各街镇, 区安委会成员单位."""
    if name != "行业协会" and name.startswith(
        ("各界", "涉外", "涉密", "国有资产", "行业协会", "重点项目", "重点工程", "责任督学")
    ):
        return False
    if name.startswith(_AGGREGATE_STARTS) or OF_ALL_DIRECT.match(name) or EVERY_PART.search(name):
        return True
    if name.endswith(("成员单位", "民主党派", "部队")):
        return not name.endswith(("武警部队",))
    if name.endswith("学校"):
        return bool(SCHOOLS.fullmatch(name))
    return name.endswith(_AGGREGATE_ENDS) and not name.endswith("教科室")
