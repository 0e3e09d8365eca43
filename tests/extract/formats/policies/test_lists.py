"""Lists and tables of documents: those that end, and those that stay."""

import pytest

from extract.facts import Fact
from extract.formats.policies.notice import policies
from extract.readers import document_of
from extract.text.segment import notices

HEAD = "青山县人民政府关于公布文件清理结果的通知\n青政发〔2021〕13号\n各乡镇人民政府：\n清理结果公布如下。\n青山县人民政府\n2021年3月5日\n"
Row = tuple[str, str, str | None, str | None]


def rows(body: str) -> list[Row]:
    (notice,) = notices(document_of(HEAD + body))
    facts = [fact for fact in policies(notice) if isinstance(fact, Fact) and fact.relation != "issued"]
    return [(fact.relation.value, fact.object.name, fact.role, fact.qualifiers.number) for fact in facts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "一、废止下列规章\n1.《盐业办法》（1996年11月8日县政府令第52号公布）\n二、修改下列规章\n2.《绿化办法》\n",
            [("repeals", "盐业办法", "废止", "县政府令第52号")],
        ),
        (
            "决定对下列文件予以废止：\n1.关于印发《招商办法》的通知（青政发〔2014〕8号）\n2.关于加强养殖管理的意见（青政办〔2015〕3号）\n",
            [
                ("repeals", "关于印发《招商办法》的通知", "予以废止", "青政发〔2014〕8号"),
                ("repeals", "关于加强养殖管理的意见", "予以废止", "青政办〔2015〕3号"),
            ],
        ),
        # titles without marks before the number of an order; a law in the sentence before
        (
            "依照《行政许可法》清理了现行有效的规章。经过清理，决定废止以下规章：\n一、青山县信访规定（县政府令第14号）。\n二、青山县考试办法（青政发〔1983〕90号）。\n",
            [
                ("cites", "行政许可法", "依照", None),
                ("repeals", "青山县信访规定", "废止", "县政府令第14号"),
                ("repeals", "青山县考试办法", "废止", "青政发〔1983〕90号"),
            ],
        ),
        (
            "废止的文件目录\n序号\t文件名称\t文号\n1\t养犬规定\t青政发〔2009〕2号\n继续有效的文件目录\n序号\t文件名称\t文号\n1\t停车办法\t青政发〔2018〕9号\n",
            [
                ("repeals", "养犬规定", "废止", "青政发〔2009〕2号"),
                ("cites", "停车办法", None, "青政发〔2018〕9号"),
            ],
        ),
        (
            "序号\t文件名称\t文号\t清理结果\n1\t《广告规定》\t青政发〔2012〕7号\t宣布失效\n2\t供水办法\t青政发〔2017〕2号\t拟修改\n",
            [
                ("repeals", "广告规定", "宣布失效", "青政发〔2012〕7号"),
                ("cites", "供水办法", None, "青政发〔2017〕2号"),
            ],
        ),
        (
            "依照《清理办法》，我县清理了规章。县政府决定废止以下规章：\n一、青山县渡口规定（县政府令第8号）。\n二、青山县粮食收购细则；\n",
            [
                ("cites", "清理办法", "依照", None),
                ("repeals", "青山县渡口规定", "废止", "县政府令第8号"),
                ("repeals", "青山县粮食收购细则", "废止", None),
            ],
        ),
        (
            "决定废止以下文件：1.《供热办法》（青政发〔2003〕6号）；2.《供气办法》。按照《燃气规定》执行。\n",
            [
                ("repeals", "供热办法", "废止", "青政发〔2003〕6号"),
                ("repeals", "供气办法", "废止", None),
                ("cites", "燃气规定", "按照", None),
            ],
        ),
        (
            "宣布失效的文件目录（1件）\n序号\t文件名称\t发文日期\n1\t外来人员管理办法\t2001年2月3日\n",
            [("repeals", "外来人员管理办法", "宣布失效", None)],
        ),
        ("不再执行《征地办法》（青政发〔2011〕5号）。\n", [("repeals", "征地办法", "不再执行", "青政发〔2011〕5号")]),
        ("停止执行《收费标准》。\n", [("repeals", "收费标准", "停止执行", None)]),
        ("宣布《商贩办法》失效。\n", [("repeals", "商贩办法", "失效", None)]),
    ],
)
def test_documents_of_lists(body: str, expected: list[Row]) -> None:
    assert rows(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "对外资企业，不再执行《建筑企业规定》中关于承包范围的规定。\n",
        "暂停执行《收费标准》。\n",
        "不再按照《收费标准》收取费用。\n",
        "不再保留下列事项：\n1.核发渔业证\n",
        "拟废止下列文件，现征求意见：\n1.《盐业办法》\n",
    ],
)
def test_no_document_ends_without_a_word_that_says_so(body: str) -> None:
    assert rows(body) == []
