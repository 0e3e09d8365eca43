"""Who heads a part of an organ: labels below its line, below a line that names a body alone, and posts that do not fit."""

import pytest

from extract.formats.establishment.heads import fits
from tests.extract.formats.establishment.test_pages import said

OFFICE = "安山县政府办公室"
HOLDS: list[tuple[str, list[tuple[str, str, str]]]] = [
    (  # a sentence that counts the parts, numbers of the first level, second names
        f"{OFFICE}设3个内设机构：\n一、文秘科（保密办）\n负责文电。\n二、信息科\n负责政务信息的收集、整理。\n三、机关党委\n负责机关党建。\n",
        [(name, OFFICE, "内设机构") for name in ("文秘科", "保密办", "信息科", "机关党委")],
    ),
    (  # heads below the line of their part; the whole word, the short one and the bare post
        "临江县农业农村局\n机构设置及职能：\n1.办公室：负责财务、档案。\n办公室副主任：尹青\n2.种植股：负责粮食。\n"
        "股长：石磊    副股长：丁  一\n3.《临江农业》杂志社：负责编辑。\n杂志社社长：郑鸣   副社长：褚河\n",
        [
            ("办公室", "临江县农业农村局", "内设机构"),
            ("种植股", "临江县农业农村局", "内设机构"),
            ("《临江农业》杂志社", "临江县农业农村局", "内设机构"),
            ("尹青", "办公室", "副主任"),
            ("石磊", "种植股", "股长"),
            ("丁一", "种植股", "副股长"),
            ("郑鸣", "杂志社", "社长"),
            ("褚河", "杂志社", "副社长"),
        ],
    ),
    (  # a page of sections, each a line above its labels
        "学院领导\n院    长：石大川\n党委书记：尹青\n学院办公室\n主  任：孟川\n行政秘书：丁  一\n",
        [
            ("石大川", "学院", "院长"),
            ("尹青", "学院党委", "书记"),
            ("孟川", "学院办公室", "主任"),
            ("丁一", "学院办公室", "行政秘书"),
        ],
    ),
    (  # clerks of a rank below a party group are those of its house, and end no list
        "县文联党组\n党组书记、主席：石大川\n副处级干事：尹青\n党组成员、秘书长：孟川\n",
        [
            ("石大川", "县文联党组", "书记"),
            ("石大川", "县文联", "主席"),
            ("尹青", "县文联", "副处级干事"),
            ("孟川", "县文联党组", "成员"),
            ("孟川", "县文联", "秘书长"),
        ],
    ),
    (  # the leaders of a place, a house a section: gaps for colons; a 市长 names its body by itself
        "临江市领导班子\n市委\n书　记　石磊\n副书记　尹青　丁　一\n市政府\n市　长　尹青\n副市长　孟川　郑鸣\n",
        [
            ("石磊", "市委", "书记"),
            ("尹青", "市委", "副书记"),
            ("丁一", "市委", "副书记"),
            ("尹青", "市人民政府", "市长"),
            ("孟川", "市人民政府", "副市长"),
            ("郑鸣", "市人民政府", "副市长"),
        ],
    ),
    (  # the same with colons
        "安山县四套班子\n一、安山县人民政府\n县 长：石磊\n副县长：尹青、孟川\n",
        [("石磊", "县人民政府", "县长"), ("尹青", "县人民政府", "副县长"), ("孟川", "县人民政府", "副县长")],
    ),
    (  # who heads a part, on the line that names it
        "安山县财政局\n内设机构\n1.办公室（人事股）  主任：石磊\n2.预算股  股长：尹青  副股长：丁一\n",
        [
            ("办公室", "安山县财政局", "内设机构"),
            ("石磊", "办公室", "主任"),
            ("人事股", "安山县财政局", "内设机构"),
            ("预算股", "安山县财政局", "内设机构"),
            ("尹青", "预算股", "股长"),
            ("丁一", "预算股", "副股长"),
        ],
    ),
    (  # the seats of a group are no posts of a body
        "安全生产办公室\n主任：石磊\n成员：尹青、丁一\n",
        [],
    ),
    (  # a sentence without a subject that lists the parts of the organ that the title names
        "云陵县审计局股室设置\n现设职能股室为办公室、法规股和财政审计股。\n（一）法规股\n股长：尹青\n负责法规。\n",
        [
            ("尹青", "法规股", "股长"),
            ("办公室", "云陵县审计局", "设"),
            ("法规股", "云陵县审计局", "设"),
            ("财政审计股", "云陵县审计局", "设"),
        ],
    ),
    (  # on the page of an organ a post below the line of a part is the part's alone
        "安山县教育局\n局长：高原\n办公室\n主任：丁力\n副主任：石磊\n",
        [("高原", "安山县教育局", "局长"), ("丁力", "办公室", "主任"), ("石磊", "办公室", "副主任")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), HOLDS)
def test_who_heads_a_part(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert said(text)[0] == rows


@pytest.mark.parametrize(
    ("post", "body", "right"),
    [
        ("科长", "成果科", True),
        ("副科长", "科研处", False),
        ("主任", "科研处", True),
        ("常务副局长", "县水利局", True),
        ("局长", "县卫健委", False),
    ],
)
def test_a_post_that_names_its_sort_of_organ_is_of_no_other(post: str, body: str, right: bool) -> None:
    assert fits(post, body) is right


def test_who_heads_a_part_after_what_the_part_does() -> None:
    text = "松平县林业局内设机构\n一、办公室\n负责文秘、机要等工作。主任：卓远，办公电话：6612345\n二、造林股\n负责育苗。股长：简宁\n"
    assert {row for row in said(text)[0] if row[2] != "内设机构"} == {
        ("卓远", "办公室", "主任"),
        ("简宁", "造林股", "股长"),
    }
