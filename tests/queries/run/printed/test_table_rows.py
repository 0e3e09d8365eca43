"""Rows of tables as printed, each cell with the name of its column."""

import pytest

from queries.run.printed.table_rows import Row, table_rows

LINES = (
    ("n1", "附件:2022年任务分配表"),
    ("n1", "序号\t单位\t项目个数\t\t"),
    ("n1", "\t\t总计\t大项目\t小项目"),
    ("n1", "1\t云山街\t10\t1\t9"),
    ("n1", "2\t柳湾街\t6\t\t6"),
    ("n1", "第 12 页"),
    ("n1", "序号\t单位\t项目个数\t\t"),
    ("n1", "3\t白鹭街\t4\t\t4"),
    ("n1", "二、传统技艺(1项)"),
    ("n1", "序号\t项目名称\t保护单位"),
    ("n1", "1\t云山竹编\t云山文化馆"),
    ("n1", "附件2"),
    ("n1", "街道实事清单"),
    ("n1", "序号\t项目名称\t保护单位"),
    ("n1", "1\t云山公园\t湖山文化馆"),
    ("n2", "责任人\t电话"),
    ("n2", "石岭\t已隐去"),
)
QUOTA = "附件:2022年任务分配表"


def rows_of(*words: str) -> list[tuple[str, str]]:
    given: list[Row] = [{"notice": notice, "quote": text} for notice, text in LINES]
    return [(row["table_title"], row["cells"]) for row in table_rows(given, {"words": list(words)})]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        # two rows of a header, and a cell that is empty
        (("柳湾街",), [(QUOTA, "序号：2 · 单位：柳湾街 · 总计：6 · 小项目：6")]),
        # a header that a page break prints again is no row, and the table is the same
        (("白鹭街",), [(QUOTA, "序号：3 · 单位：白鹭街 · 总计：4 · 小项目：4")]),
        # an enumerated line opens another table
        (("竹编",), [("二、传统技艺(1项)", "序号：1 · 项目名称：云山竹编 · 保护单位：云山文化馆")]),
        # words of the title and of the columns' names
        (
            ("分配表", "大项目"),
            [
                (QUOTA, "序号：1 · 单位：云山街 · 总计：10 · 大项目：1 · 小项目：9"),
                (QUOTA, "序号：2 · 单位：柳湾街 · 总计：6 · 小项目：6"),
                (QUOTA, "序号：3 · 单位：白鹭街 · 总计：4 · 小项目：4"),
            ],
        ),
        (("保护单位", "竹编"), [("二、传统技艺(1项)", "序号：1 · 项目名称：云山竹编 · 保护单位：云山文化馆")]),
        # the same header again, but an annex between
        (("公园",), [("街道实事清单", "序号：1 · 项目名称：云山公园 · 保护单位：湖山文化馆")]),
        (("没有",), []),
    ],
)
def test_a_row_bears_the_names_of_its_columns(words: tuple[str, ...], rows: list[tuple[str, str]]) -> None:
    assert rows_of(*words) == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # names that no list knows, above a column of numbers
        (("库名\t仓型\t仓容（吨）", "白石库\t平房仓\t12000"), ["库名：白石库 · 仓型：平房仓 · 仓容（吨）：12000"]),
        (
            ("线路\t起点\t首班", "1路\t汽车站\t6:00", "2路\t医院\t\t"),
            ["线路：1路 · 起点：汽车站 · 首班：6:00", "线路：2路 · 起点：医院"],
        ),
        # no number below, a number above, two cells alike, a cell without a name, a label: rows as they stand
        (("张村\t李村", "王村\t赵村"), ["张村 · 李村", "王村 · 赵村"]),
        (("一类区\t5元", "二类区\t3元"), ["一类区 · 5元", "二类区 · 3元"]),
        (("甲等\t甲等", "乙等\t3"), ["甲等 · 甲等", "乙等 · 3"]),
        (("山林\t", "水面\t3"), ["山林", "水面 · 3"]),
        (("牵头部门\t县商务局", "完成时限\t6月底"), ["牵头部门 · 县商务局", "完成时限 · 6月底"]),
    ],
)
def test_a_header_of_unknown_names_is_told_by_the_numbers_below_it(lines: tuple[str, ...], rows: list[str]) -> None:
    assert [row["cells"] for row in table_rows([{"notice": "n", "quote": line} for line in lines], {})] == rows


def test_the_unit_above_a_table_is_not_its_title() -> None:
    lines = ("植树计划", "单位：万株", "乡镇\t春季", "白石乡\t2.5")
    made = table_rows([{"notice": "n", "quote": line} for line in lines], {})
    assert [(row["table_title"], row["cells"]) for row in made] == [("植树计划", "乡镇：白石乡 · 春季：2.5")]


def test_a_row_that_has_shifted_is_shown_without_names() -> None:
    lines = ("序号\t指标\t2020年\t2025年\t牵头部门", "7\t产品认证数\t—\t县农业农村局\t")
    made = table_rows([{"notice": "n", "quote": line} for line in lines], {})
    assert [row["cells"] for row in made] == ["7 · 产品认证数 · — · 县农业农村局"]


def test_a_label_beside_what_it_says_is_no_header() -> None:
    lines = ("牵头部门\t县商务局", "1\t开展促销活动。")
    made = table_rows([{"notice": "n", "quote": line} for line in lines], {})
    assert [row["cells"] for row in made] == ["牵头部门 · 县商务局", "1 · 开展促销活动。"]
