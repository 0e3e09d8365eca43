"""What the verbs of a personnel clause mean: relation and mode."""

from extract.facts import Relation

RELATION_OF = {
    "任命": (Relation.APPOINTED, None),
    "聘任": (Relation.APPOINTED, None),
    "聘用": (Relation.APPOINTED, None),
    "续聘": (Relation.APPOINTED, None),
    "聘": (Relation.APPOINTED, None),
    "选举": (Relation.APPOINTED, "选举"),
    "选出": (Relation.APPOINTED, "选举"),
    "补选": (Relation.APPOINTED, "选举"),
    "推选": (Relation.APPOINTED, "选举"),
    "增选": (Relation.APPOINTED, "选举"),
    "委派": (Relation.APPOINTED, None),
    "指派": (Relation.APPOINTED, None),
    "推荐": (Relation.APPOINTED, None),
    "增补": (Relation.APPOINTED, None),
    "选派": (Relation.APPOINTED, None),
    "晋升": (Relation.APPOINTED, None),
    "任职": (Relation.APPOINTED, None),
    "免去": (Relation.DISMISSED, None),
    "免职": (Relation.DISMISSED, None),
    "解聘": (Relation.DISMISSED, None),
    "终止": (Relation.DISMISSED, None),
    "免除": (Relation.DISMISSED, None),
    "撤销": (Relation.DISMISSED, None),
    "接受": (Relation.DISMISSED, None),
    "不再推荐": (Relation.DISMISSED, None),
    "不再委派": (Relation.DISMISSED, None),
    "不再聘任": (Relation.DISMISSED, None),
    "不再聘用": (Relation.DISMISSED, None),
}
# by decision, whoever is elected is 为, 当选: 省委决定:某同志任市委书记, in a report of an election
GIVEN = frozenset({"任", "担任", "出任"})
MODE_OF_VERB = {
    "挂任": "挂任",
    "挂职任": "挂任",
    "挂职担任": "挂任",
    "兼任": "兼任",
    "兼": "兼任",
    "代理": "代理",
    "当选": "选举",
    "当选为": "选举",
}
