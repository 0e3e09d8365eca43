"""What stands beside the picture."""

from dashboards.views.questions.panel import brief, named_parts


def test_the_names_are_marked_in_the_quotation() -> None:
    parts = named_parts("胡艳萍同志的涨渡湖街道办事处主任", ["胡艳萍", "涨渡湖街道办事处"])
    assert [part["text"] for part in parts if part["marked"]] == ["胡艳萍", "涨渡湖街道办事处"]
    assert "".join(part["text"] for part in parts) == "胡艳萍同志的涨渡湖街道办事处主任"


def test_a_quotation_that_prints_the_names_otherwise_is_marked_whole() -> None:
    assert named_parts("责任单位:区发改局", ["区发展和改革局"]) == [{"text": "责任单位:区发改局", "marked": True}]


def test_names_that_look_like_patterns_are_taken_as_they_are() -> None:
    assert [part["text"] for part in named_parts("任(.*)局长", ["(.*)"]) if part["marked"]] == ["(.*)"]


def test_a_whole_item_is_cut_in_a_sentence() -> None:
    assert brief("区财政局") == "区财政局"
    assert len(brief("项" * 200)) == 40
