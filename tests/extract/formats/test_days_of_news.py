"""Days of news: a broadcast's day in its heading, and paragraphs that each open with a dateline."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of


def days(text: str) -> dict[str, str | None]:
    """The day of each change by its person."""
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    return {f.subject.name: f.date for f in facts if f.relation.value in {"appointed", "dismissed"}}


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("《松平新闻》 (20210628)", "2021-06-28"),
        ("《松平新闻》 (20210702)", "2021-06-28"),  # the last such day up to that of the broadcast
        ("《松平新闻》", None),
    ],
)
def test_a_meeting_of_a_day_without_its_month_is_dated_by_the_broadcast(heading: str, day: str | None) -> None:
    text = f"# {heading}\n松平网消息：松平县人大常委会第七次会议28日上午在县会堂闭幕。会议经表决，任命卓远为县林业局局长。\n"
    assert days(text) == {"卓远": day}


def test_each_paragraph_has_the_day_of_its_dateline() -> None:
    text = (
        "两县县委书记调整\n松平社2021年11月6日消息，日前，市委决定：卓远同志任松平县委书记。\n"
        "松平社11月9日消息，日前，市委决定：简宁同志不再兼任柳坪县委书记职务。\n"
    )
    assert days(text) == {"卓远": "2021-11-06", "简宁": "2021-11-09"}
