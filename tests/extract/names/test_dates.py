"""Dates and durations as printed → ISO, never more precise than the source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.names.dates import dates_in, due_dates, duration, iso_date, said_due


@pytest.mark.parametrize(
    ("text", "year", "iso"),
    [
        ("2022年6月28日", None, "2022-06-28"),  # a signature
        ("2022 年 6 月 28 日", None, "2022-06-28"),  # spaced by the layout
        ("二〇二二年三月五日", None, "2022-03-05"),  # provinces still sign so
        ("二○二一年十二月二十八日", None, "2021-12-28"),  # the other zero
        ("二〇二二年三月", None, "2022-03"),
        ("2022年", None, "2022"),
        ("2022.3.5", None, "2022-03-05"),
        ("2022-03", None, "2022-03"),
        ("◆4月2日,新洲区首批", 2022, "2022-04-02"),  # a chronicle
        ("4月2日", None, None),  # no year, no date
        ("2022年13月", None, "2022"),  # no such month
        ("2月30日", 2022, None),  # no such day
        ("有效期为5年", None, None),
        ("共3月余", 2022, None),
    ],
)
def test_date_is_as_precise_as_printed(text: str, year: int | None, iso: str | None) -> None:
    assert iso_date(text, year) == iso


def test_each_date_has_its_span() -> None:
    text = "挂职时间1年(2022年5月—2023年5月)"
    assert [(text[s:e], iso) for s, e, iso in dates_in(text)] == [("2022年5月", "2022-05"), ("2023年5月", "2023-05")]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("试用期一年", "P1Y"),
        ("试用期1年", "P1Y"),
        ("挂职时间2年", "P2Y"),
        ("六个月", "P6M"),
        ("半年", "P6M"),
        ("一年半", "P1Y6M"),
        ("30日", "P30D"),
        ("十二个月", "P12M"),
        ("长期", None),
    ],
)
def test_duration(text: str, iso: str | None) -> None:
    assert duration(text) == iso


@settings(deadline=None)
@given(st.dates())
def test_printed_dates_come_back(day) -> None:  # type: ignore[no-untyped-def]
    iso = day.isoformat()
    expected = iso if 1900 <= day.year <= 2099 else None
    found = iso_date(f"{day.year}年{day.month}月{day.day}日")
    assert found == expected or (expected is None and found is None)


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    for start, end, iso in dates_in(text, 2022):
        assert 0 <= start < end <= len(text)
        assert len(iso) in {4, 7, 10}


@pytest.mark.parametrize(
    ("deadline", "dates"),
    [
        ("2022年6月底前", ("2022-06",)),
        ("4月底前完成方案，2023年10月建成", ("2022-04", "2023-10")),
        ("9月30日前", ("2022-09-30",)),
        ("2022.06.30", ("2022-06-30",)),
        ("2022年3、6、9月底", ("2022-03", "2022-06", "2022-09")),
        ("三季度末", ("2022-09",)),
        ("上半年", ("2022-06",)),
        ("年底前", ("2022",)),
        ("2025年底", ("2025",)),
        ("2022年6-9月", ("2022-09",)),
        ("明年3月", ("2023-03",)),
        ("长期坚持", ()),
        ("每季度", ()),
        ("2月31日", ("2022-02",)),
    ],
)
def test_due_dates(deadline: str, dates: tuple[str, ...]) -> None:
    assert due_dates(deadline, 2022) == dates


def test_a_deadline_without_a_known_year_has_no_date() -> None:
    assert due_dates("6月底前", None) == ()
    assert due_dates("6月底，2024年1月", None) == ("2024-01",)


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("2022年8月底之前,完成老旧农机淘汰", ("2022-08",)),
        ("于6月底前编制清单,到2025年覆盖率达到90%", ("2022-06", "2025")),
        ("力争在 2022 年 5 月底之前建成", ("2022-05",)),
        ("每年1月31日前报送", ("2022-01-31",)),
        ("2022年底前建成滨河公园", ("2022",)),
        ("2017年前登记的旧车", ()),
        ("2022年4月印发的方案", ()),
        ("自2022年7月1日起施行", ()),
        ("根据2021年第3号文件", ()),
        ("开展排查整治", ()),
    ],
)
def test_dates_by_which_running_text_wants_something_done(words: str, dates: tuple[str, ...]) -> None:
    assert said_due(words, 2022) == dates
