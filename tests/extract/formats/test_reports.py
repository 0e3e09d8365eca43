"""The day of what a report tells: of its dateline, of the notice that it relays, of its meeting; none of another year."""

import pytest

from extract.facts import Fact
from extract.formats import found_in
from extract.readers.text import document_of
from extract.text.segment import notices

SEATS = "县防汛工作领导小组由县长丁力任组长,副县长石磊任副组长。\n"
CASES = [
    ("5月7日,安山县人民政府办公室印发《关于成立安山县防汛工作领导小组的通知》。2021年6月2日起实行。\n" + SEATS, {"2021-05-07"}),
    ("安山要闻\n发布时间:2021-03-09\n安山县2月26日下发的通知明确了成员。\n" + SEATS, {"2021-02-26"}),
    ("安山要闻\n发布时间:2021-03-09\n县政府二月二十六日发布《关于防汛工作的通知》。\n" + SEATS, {"2021-02-26"}),
    ("安山要闻\n发布时间:2020-01-04\n12月30日下午,县防汛工作会议召开。\n" + SEATS, {"2019-12-30"}),  # not the one to come
    ("安山要闻\n发布时间:2020-05-11\n筹委会于5月8日上、下午召开会议。\n" + SEATS, {"2020-05-08"}),
    ("安山网5月24日讯(石磊)23日,安山县举行防汛会议。\n发布时间:2020-05-24\n" + SEATS, {"2020-05-23"}),
    ("安山要闻\n2020-05-11 浏览量:26\n5月9日,县防汛工作会议召开。\n" + SEATS, {"2020-05-09"}),
    ("关于防汛的汇报\n工作已有进展。2020年5月9日,县水利局组织召开会议。\n" + SEATS, {None}),  # a letter that tells of a meeting
    ("安山要闻\n发布时间:2020-05-11\n5月9日,县防汛工作会议召开。\n县里2007年成立县防汛工作领导小组,县长丁力任组长,副县长石磊任副组长。\n", {None}),  # of another year
]  # fmt: skip


def seats(text: str) -> list[Fact]:
    (notice,) = notices(document_of(text))
    return [one for one in found_in(notice) if isinstance(one, Fact) and one.rule.startswith("groups")]


@pytest.mark.parametrize(("text", "days"), CASES)
def test_the_day_of_what_a_report_tells(text: str, days: set[str | None]) -> None:
    assert {fact.date for fact in seats(text) if fact.role != "县长"} == days
    assert {fact.role for fact in seats(text)} >= {"组长", "副组长"}


def test_a_remark_before_the_day_of_a_signature() -> None:
    text = "安山县人民政府\n关于做好防汛工作的通知\n安政发〔2021〕3号\n各乡镇：\n现将方案印发给你们。\n安山县人民政府\n（此件发至各村）　　2021年6月3日\n"
    (notice,) = notices(document_of(text))
    assert notice.dated == "2021-06-03"


@pytest.mark.parametrize(
    "below", ["相关阅读：\n县水利局公布名单\n2021-03-05\n", "相关链接\n2021年3月5日 县水利局召开会议\n"]
)
def test_a_day_below_links_to_other_pages_dates_nothing(below: str) -> None:
    (notice,) = notices(document_of("关于林杰任职的通知\n任命林杰为县水利局局长。\n" + below))
    assert [one.date for one in found_in(notice) if isinstance(one, Fact)] == [None]
