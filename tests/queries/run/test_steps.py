"""Steps on a table that Cypher cannot do."""

from datetime import date

import pytest

from queries.run.steps import STEPS, standing


@pytest.mark.parametrize(
    ("status", "seen", "on", "zh"),
    [
        ("ongoing", date(2019, 4, 2), date(2019, 9, 1), "未见终止（最近见于 2019-04-02）"),
        ("ongoing", date(2019, 4, 2), date(2023, 5, 1), "未见终止（最近见于 2019-04-02，4 年未再见到）"),
        ("ongoing", date(2019, 4, 2), date(2018, 1, 1), "未见终止（最近见于 2019-04-02）"),
        ("ongoing", None, None, "未见终止"),
        ("ended", date(2019, 4, 2), None, "已结束"),
        ("ended_unknown", date(2019, 4, 2), None, "已结束（日期不详）"),
    ],
)
def test_how_a_tenure_stands(status: str, seen: date | None, on: date | None, zh: str) -> None:
    assert standing(status, seen, on).text("zh") == zh


def test_the_step_says_it_beside_the_status() -> None:
    row = {"status": "ongoing", "last_confirmed": date(2022, 4, 11)}
    made = STEPS["standing"].apply(row, {"on": date(2022, 6, 1)})
    assert made is not None
    assert made["status"] == "ongoing"
    assert "tenure_no_end_since" in made["standing"]


@pytest.mark.parametrize(
    ("quote", "what", "said"),
    [
        ("2\t建成滨河大桥工程。\t主桥已合龙。\t区建设局", "建成滨河大桥工程", "主桥已合龙。"),
        ("2\t<p>建成滨河大桥工程。</p>\t区建设局\t<p>主桥已合龙。</p>", "建成滨河大桥工程", "主桥已合龙。"),
        ("2\t建成滨河大桥工程。\t完成\t区建设局", "建成滨河大桥工程", "完成"),
        ("滨河大桥工程主桥已合龙。", "建成滨河大桥工程", "滨河大桥工程主桥已合龙。"),
        (None, "建成滨河大桥工程", None),
    ],
)
def test_what_was_reported_stands_behind_the_item(quote: str | None, what: str, said: str | None) -> None:
    made = STEPS["reported"].apply({"progress_quote": quote, "what": what}, {})
    assert made is not None
    assert made["reported"] == said


def test_the_sentence_of_an_office_names_a_director_without_a_name() -> None:
    text = "组长由副县长担任。专班下设办公室,在县水利局办公,办公室主任由县水利局分管负责人兼任。"
    made = STEPS["office"].apply({"office_text": text}, {})
    assert made is not None
    assert made["as_printed"] == "专班下设办公室,在县水利局办公,办公室主任由县水利局分管负责人兼任。"


def test_the_sentence_of_an_office_goes_on_over_a_page() -> None:
    made = STEPS["office"].apply({"office_text": "专班下设办公室，\n\n在县水利局办公。成员若干。"}, {})
    assert made is not None
    assert made["as_printed"] == "专班下设办公室，在县水利局办公。"
