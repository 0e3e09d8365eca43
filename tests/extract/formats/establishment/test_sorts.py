"""Parts by their sorts, parts that blanks divide, the organ below the heading of its parts."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of


def parts(text: str) -> set[tuple[str, str, str | None]]:
    """(part, organ, role) of each part."""
    facts = (fact for fact in extract_document(document_of(text)).facts if isinstance(fact, Fact))
    return {(f.subject.name, f.object.name, f.role) for f in facts if f.relation.value == "part_of"}


@pytest.mark.parametrize(
    ("text", "organ", "role", "names"),
    [
        (
            "安山县人民医院科室设置\n临床科室：内一科、外科、儿科\n职能科室：办公室、医务科\n",
            "安山县人民医院",
            "内设机构",
            {"内一科", "外科", "儿科", "办公室", "医务科"},
        ),
        (
            "机构设置\n安山县财政局\n办公室\n预算股\n国库股\n",
            "安山县财政局",
            "内设机构",
            {"办公室", "预算股", "国库股"},
        ),
        (
            "安山县司法局内设机构及负责人\n办公室  电话：3321001\n法制股  电话：3321002\n",
            "安山县司法局",
            "内设机构",
            {"办公室", "法制股"},
        ),
        (
            "中共安山县委宣传部内设机构\n办公室：负责文电、会务。\n理论科：负责理论学习。\n",
            "中共安山县委宣传部",
            "内设机构",
            {"办公室", "理论科"},
        ),
        (
            "安山县水利局\n地址：安山县人民路5号\n内设机构：办公室 规划股 河湖股\n",
            "安山县水利局",
            "内设机构",
            {"办公室", "规划股", "河湖股"},
        ),
        (
            "安山县水利局\n地址：安山县人民路5号\n直属单位：县水库管理所 县灌区管理所\n",
            "安山县水利局",
            "直属单位",
            {"县水库管理所", "县灌区管理所"},
        ),
    ],
)
def test_parts(text: str, organ: str, role: str, names: set[str]) -> None:
    assert {(name, organ) for name, organ, _ in parts(text)} == {(name, organ) for name in names}
    assert {role_ for _, _, role_ in parts(text)} <= {role, "内设"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbered parts whose heading is not there; a sentence below names the organ
        (
            "(十五)财务股\n负责机关财务。\n(十六)人事股\n负责机构编制。\n(十七)保卫股\n负责院内治安。\n四、人员编制\n县水利局机关行政编制20名。\n",
            {("财务股", "县水利局"), ("人事股", "县水利局"), ("保卫股", "县水利局")},
        ),
        (
            "安山县教育局揭牌\n新成立的教育局内设秘书科、督导科、后勤科3个科(室)，下设教师进修中心、学生资助中心两个事业单位。\n",
            {(name, "教育局") for name in ("秘书科", "督导科", "后勤科", "教师进修中心", "学生资助中心")},
        ),
        ("管理委员会\n管理委员会设主任1名，下设管理办公室。\n", {("管理办公室", "管理委员会")}),
        ("安山县水利局\n领导小组办公室下设在县司法局。\n", set()),
    ],
)
def test_parts_of_other_manners(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(name, organ) for name, organ, _ in parts(text)} == expected


def test_numbered_parts_of_nobody_are_doubted() -> None:
    text = "(一)办公室\n负责文电、会务。\n(二)法规科\n负责法规宣传。\n(三)人事科\n负责人事工作。\n"
    assert "organ_unknown" in [doubt.code for doubt in extract_document(document_of(text)).doubts]
