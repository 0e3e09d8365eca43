"""Rows whose cells one blank divides: as many words as the header names, each of which can stand under its name."""

import pytest

from tests.extract.text.rows.cells import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one full-width blank a cell; a name whose two characters a blank divides
        (
            "河道名称　镇级河长　职务　联系电话\n杏花溪　向　远　副镇长　0000-101\n梅子沟　柳成荫　镇人大主席　0000-102\n",
            [
                ["河道名称", "镇级河长", "职务", "联系电话"],
                ["杏花溪", "向远", "副镇长", "0000-101"],
                ["梅子沟", "柳成荫", "镇人大主席", "0000-102"],
            ],
        ),
        # a cell left empty, where the others can stand in one way alone
        (
            "企业名称 包保领导 责任单位 联系电话\n杏花酒厂 向远 县应急局 0000-101\n梅溪纸厂 县工信局 0000-102\n杨桥油坊 苗青 县商务局\n",
            [
                ["企业名称", "包保领导", "责任单位", "联系电话"],
                ["杏花酒厂", "向远", "县应急局", "0000-101"],
                ["梅溪纸厂", "", "县工信局", "0000-102"],
                ["杨桥油坊", "苗青", "县商务局", ""],
            ],
        ),
        # where they can stand in two ways, the table ends: a river without a name, or a name below a merged cell?
        (
            "河道名称 镇级河长 职务 联系电话\n杏花溪 向远 副镇长 0000-101\n梅子沟 镇人大主席 0000-102\n白沙河 苗青 镇武装部部长 0000-103\n",
            [["河道名称", "镇级河长", "职务", "联系电话"], ["杏花溪", "向远", "副镇长", "0000-101"]],
        ),
        # who comes or who goes?
        (
            "序号 姓名 任职 免职\n1 向远 县教育局局长 县科技局局长\n2 柳成荫 县财政局副局长\n",
            [["序号", "姓名", "任职", "免职"], ["1", "向远", "县教育局局长", "县科技局局长"]],
        ),
        # names of columns whose characters blanks divide
        (
            "序号 工 作 任 务 责任部门\n1 修建水渠 县水利局\n2 架设石桥 县交通局\n",
            [["序号", "工作任务", "责任部门"], ["1", "修建水渠", "县水利局"], ["2", "架设石桥", "县交通局"]],
        ),
        # columns of a list of persons that no word tells
        (
            "姓名 职务 分管工作 东片 包村\n向远 镇长 民政 甲组 杏花村\n柳成荫 副镇长 水利 乙组 梅子村\n",
            [
                ["姓名", "职务", "分管工作", "东片", "包村"],
                ["向远", "镇长", "民政", "甲组", "杏花村"],
                ["柳成荫", "副镇长", "水利", "乙组", "梅子村"],
            ],
        ),
        # what is told of a person besides
        (
            "姓名 性别 民族 现任职务 任职时间\n向远 男 汉族 县财政局局长 2019.03\n柳成荫 女 苗族 副县长 2020.05\n",
            [
                ["姓名", "性别", "民族", "现任职务", "任职时间"],
                ["向远", "男", "汉族", "县财政局局长", "2019.03"],
                ["柳成荫", "女", "苗族", "副县长", "2020.05"],
            ],
        ),
        # who comes and goes
        (
            "姓名 任职 免职\n向远 县教育局局长 县科技局局长\n柳成荫 县财政局副局长 县审计局副局长\n",
            [
                ["姓名", "任职", "免职"],
                ["向远", "县教育局局长", "县科技局局长"],
                ["柳成荫", "县财政局副局长", "县审计局副局长"],
            ],
        ),
        # a blank inside a cell, where nothing else comes out
        (
            "序号 企业名称 包保领导 责任单位\n1 杏花酒厂 副县长向远 县应急局\n2 梅溪 造纸厂 柳成荫 县工信局\n3 杨桥油坊 县委常委、副县长苗青 县商务局\n",
            [
                ["序号", "企业名称", "包保领导", "责任单位"],
                ["1", "杏花酒厂", "副县长向远", "县应急局"],
                ["2", "梅溪造纸厂", "柳成荫", "县工信局"],
                ["3", "杨桥油坊", "县委常委、副县长苗青", "县商务局"],
            ],
        ),
        # two columns, of persons
        (
            "姓名 职务\n向远 党组书记、局长\n柳成荫 副局长\n",
            [["姓名", "职务"], ["向远", "党组书记、局长"], ["柳成荫", "副局长"]],
        ),
    ],
)
def test_as_many_words_as_names_are_a_row(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "姓名 职务 联系电话\n",  # no row
        "企业名称 包保领导 责任单位\n杏花酒厂 县应急局 向远\n梅溪纸厂 县工信局 柳成荫\n",  # not under their names
        "企业名称 包保领导 责任单位\n杏花酒厂 向远\n梅溪纸厂 柳成荫\n",  # which cell is empty cannot be told
        "坚持 责任 意识 。\n落实 各项 工作 。\n做好 各项 服务 。\n",  # no names of columns
        "姓名 职务 分工\n向远 局长 主持工作。分管财务\n柳成荫 副局长 协助工作。分管工会\n",  # sentences
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert rows(text) == []
