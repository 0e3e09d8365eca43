"""What the report says of a document."""

from extract.facts import CountRecord, Doubt, Extraction, Fact, ItemRecord, Kind, NoticeRecord, Party, Relation
from extract.readers import document_of
from extract.reports.report import Report
from extract.wording.reasons import reason

TEXT = "关于防汛的通知\n巡堤由县水利局负责\n其他事项另行通知\n"


def test_report_counts_and_measures() -> None:
    document = document_of(TEXT, "a.txt")
    fact = Fact(
        Relation.LEADS,
        Party(Kind.DEPARTMENT, "县水利局", 11, 15),
        Party(Kind.TASK, "巡堤", 8, 10),
        document.evidence(8, 17),
        "test",
        "负责",
    )
    found = Extraction(
        [fact],
        [Doubt(document.evidence(0, 7), "test.doubt", "no_unit")],
        [
            NoticeRecord("a.txt", 1, 0, len(TEXT), title="关于防汛的通知"),
            NoticeRecord("a.txt", 2, 0, 0, title="大事记", section="大事记"),
            ItemRecord("a.txt", 1, 8, 10, "巡堤"),
            CountRecord("a.txt", 8, 10, "事项", 2, 1),
        ],
    )
    report = Report(document, found)
    assert report.notices() == {"通知": 1, "大事记": 1}
    assert report.facts() == {"leads": 1}
    assert report.items() == 1
    assert report.doubts() == {reason("no_unit"): 1}
    assert report.unclaimed() == 8 / 24


def test_doubts_of_one_reason_are_one_line_that_leaves_open_where_they_differ() -> None:
    document = document_of(TEXT, "a.txt")
    doubts = [
        Doubt(document.evidence(0, 7), "appointments.count", "count_differs", {"stated": "3", "found": found})
        for found in ("1", "2")
    ]
    assert Report(document, Extraction(doubts=doubts)).doubts() == {reason("count_differs", stated=3, found="…"): 2}


def test_a_document_without_notices_has_nothing_unclaimed() -> None:
    assert Report(document_of("x"), Extraction()).unclaimed() == 0.0
