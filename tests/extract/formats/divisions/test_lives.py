"""Lives on the pages of leaders: the posts of today are said of the person whose page it is, those of before are not."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

LEADER = "领导之窗\n副县长\n方建国\n"
DUTIES = "工作分工\n负责教育工作。\n"


def posts(text: str) -> set[tuple[str, str | None]]:
    """(body, post) of each title of the person of the page."""
    facts = extract_document(document_of(text)).facts
    assert all(fact.subject.name == "方建国" for fact in facts)
    return {(f.object.name, f.role) for f in facts if isinstance(f, Fact) and f.relation.value == "holds"}


@pytest.mark.parametrize(
    ("life", "more"),
    [
        # titles of today at the end of a life, below a title and a name on lines of their own
        (
            "男，汉族，1971年5月出生，河东临江人，现任中共安山县委委员，县政府党组成员、副县长。\n",
            {("中共安山县委", "委员"), ("县政府党组", "成员")},
        ),
        # a life that tells no 现任: the titles as a sentence
        ("女，1980年生。安山县委常委，县政府党组副书记。\n", {("安山县委", "常委"), ("县政府党组", "副书记")}),
        # what the person was is no title of today
        (
            "男，汉族，中共党员，历任白石镇党委书记、县教育局局长，现任县政府党组成员、县红十字会会长。\n",
            {("县政府党组", "成员"), ("县红十字会", "会长")},
        ),
        # the life begins with the birth
        ("1969年10月生，法学学士。现任县政府党组成员。\n", {("县政府党组", "成员")}),
        # a life behind a label, its last post open to today
        (
            "个人简历：1990年3月生。2001年8月至2010年5月任县二中教师；2010年5月至2019年3月任县教育局股长；"
            "2019年3月至今任县政府党组成员。\n",
            {("县政府党组", "成员")},
        ),
        # rows of a life, the last one open
        (
            "1993.07—2001.05 县水利局科员\n2001.05—2016.12 县水利局副局长\n2016.12至今 县政府党组成员\n",
            {("县政府党组", "成员")},
        ),
        # nothing of today
        ("个人简历：1990年3月生。曾任县教育局股长。\n", set()),
    ],
)
def test_posts_of_today_in_a_life(life: str, more: set[tuple[str, str]]) -> None:
    assert posts(LEADER + life + DUTIES) == {("县人民政府", "副县长"), *more}
