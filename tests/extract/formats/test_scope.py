"""Which format reads a notice, a title or passage a case."""

from collections.abc import Callable

import pytest

from extract.document import Notice
from extract.formats import scope
from extract.readers import document_of
from extract.text.segment import notices

Reads = Callable[[Notice], bool]


def notice(title: str, *lines: str) -> Notice:
    return notices(document_of("\n".join([title, "各乡镇人民政府：", *lines, ""])))[0]


PERSONNEL = "安山县人民政府关于丁立新等同志任免职的通知"
GROUP = "安山县人民政府关于成立防汛领导小组的通知"
DIVISION = "安山县人民政府关于县政府领导班子成员工作分工的通知"


@pytest.mark.parametrize(
    ("reads", "title", "lines", "expected"),
    [
        (scope.is_personnel, PERSONNEL, ["任命丁立新为县水利局局长。"], True),
        (scope.is_personnel, GROUP, ["组长：丁立新"], False),
        (scope.is_personnel, "安山县人民政府关于丁立新同志兼任有关指挥部职务的通知", ["丁立新兼任指挥长。"], True),
        (scope.speaks_of_groups, GROUP, ["组长：丁立新"], True),
        (scope.speaks_of_groups, PERSONNEL, ["任命丁立新为县防汛指挥部办公室主任。"], False),
        (scope.speaks_of_groups, "安山县人民政府关于绿化的通知", ["各地要种树。"], False),
        (scope.speaks_of_duties, DIVISION, ["丁立新：负责水利工作。"], True),
        (scope.speaks_of_duties, PERSONNEL, ["任命丁立新为县水利局局长，主持工作。"], False),
        (scope.is_division, DIVISION, ["丁立新：负责水利工作。"], True),
        (scope.is_division, "安山县人民政府关于绿化的通知", ["林业局负责种树。"], False),
        (scope.titles_may_stand_in, DIVISION, ["县长丁立新主持全面工作。"], False),
        (scope.titles_may_stand_in, "安山县2022年大事记", ["3日，县长丁立新调研。"], True),
        (scope.lists_seats, "安山县防汛指挥部成员名单", ["指挥长：丁立新"], True),
        (scope.lists_seats, "安山县2022年大事记", ["3日，县长丁立新调研。"], False),
        (scope.tells_of_events, "安山县2022年大事记", ["3日，县长丁立新调研。"], True),
        (scope.tells_of_events, PERSONNEL, ["任命丁立新为县水利局局长。"], False),
        (scope.sets_up_an_organ, "安山县水利局职能配置规定", ["三、县水利局设下列内设机构"], True),
        (scope.sets_up_an_organ, "安山县人民政府关于绿化的通知", ["各地要种树。"], False),
        (scope.reports_progress, "安山县重点工作完成情况", ["三季度"], True),
        (scope.reports_progress, "安山县重点工作计划", ["三季度"], False),
    ],
)
def test_a_notice_is_read_by_its_format(reads: Reads, title: str, lines: list[str], expected: bool) -> None:
    assert reads(notice(title, *lines)) is expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("各单位任务分工如下：", "新建水库1座。", True),
        ("三、内设机构", "承担水库建设工作。", False),
        ("各单位任务分工如下：", "地址：振兴路5号", False),
    ],
)
def test_units_open_lists_of_tasks(above: str, below: str, expected: bool) -> None:
    found = notice("安山县人民政府关于绿化的通知", above, "县水利局", below)
    first = next(i for i, block in enumerate(found.blocks) if block.text.text == "县水利局")
    assert scope.lists_tasks(found, first) is expected
