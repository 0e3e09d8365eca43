"""Lines that are passed over at a cheap look, and those that may not be."""

import pytest

from extract.clean import clean
from extract.formats.divisions.reading.looks import stands_alone


@pytest.mark.parametrize(
    "line", ["石　磊", "一、孟川同志", "买买提·艾力江·吐尔逊", "县委常委、县人民政府副县长", "安山县教育局局长(正科级)"]
)
def test_a_line_that_may_be_a_name_or_a_title(line: str) -> None:
    assert stands_alone(clean(line))


@pytest.mark.parametrize(
    "line", ["(三)完善农村公路管护工作机制", "关于印发防汛物资储备方案的通知", "2.建设社区托育服务设施并完善其配套"]
)
def test_a_line_that_is_neither(line: str) -> None:
    assert not stands_alone(clean(line))
