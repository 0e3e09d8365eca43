from pathlib import Path

import pytest

from extract.errors import ReadError
from graph.keeping.judgements import Decision, Judgement, Judgements, add_judgement, corrected, read_judgements
from tests.graph.identity_facts import Gazette


def judged(decision: Decision, *about: str, value: dict[str, object] | None = None) -> Judgement:
    return Judgement(decision, tuple(sorted(about)), "读者", "2026-03-01T09:00:00+00:00", "因为", value or {})


def test_a_line_is_added_and_read_again_and_nothing_is_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    add_judgement(path, judged(Decision.SAME, "b", "a"))
    first = path.read_bytes()
    add_judgement(path, judged(Decision.WRONG, "f1"))
    assert path.read_bytes().startswith(first)
    assert [j.decision for j in read_judgements(path).history] == [Decision.SAME, Decision.WRONG]


def test_a_line_cut_off_by_a_crash_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text('{"is": "right", "about": ["f1"], "who": "读者", "when": "2026"}', encoding="utf-8")
    add_judgement(path, judged(Decision.WRONG, "f2"))
    assert len(read_judgements(path).history) == 2


def test_no_file_is_no_judgements(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "none.jsonl") == Judgements()


def test_the_later_line_about_the_same_pair_holds_and_undo_takes_it_back() -> None:
    same, apart = judged(Decision.SAME, "a", "b"), judged(Decision.NOT_SAME, "b", "a")
    assert Judgements((same, apart)).pairs(Decision.SAME) == []
    assert Judgements((same, apart)).pairs(Decision.NOT_SAME) == [apart]
    assert Judgements((same, apart, judged(Decision.UNDO, "a", "b"))).holding() == {}


def test_wrong_facts_leave_and_corrected_ones_change_their_parts_and_keep_their_id() -> None:
    gazette = Gazette()
    one = gazette.appointed("王一鸣", "区财政局", "副局长", "2021-03-01")
    two = gazette.appointed("李二平", "区审计局", "局长", "2021-03-01")
    judgements = Judgements(
        (judged(Decision.WRONG, "1"), judged(Decision.CORRECTED, "2", value={"subject": "李二萍", "role": None}))
    )
    standing = list(judgements.apply([("1", one), ("2", two)]))
    assert [(fact_id, fact.subject.name, fact.role) for fact_id, fact, _ in standing] == [("2", "李二萍", None)]
    assert standing[0][1].subject.start == two.subject.start


def test_a_correction_can_change_qualifiers() -> None:
    fact = Gazette().appointed("王一鸣", "区财政局", "副局长", "2021-03-01")
    assert corrected(fact, {"qualifiers": {"probation": "P1Y"}}).qualifiers.probation == "P1Y"


@pytest.mark.parametrize(
    "row",
    [
        {"is": "maybe", "about": ["a"], "who": "x", "when": "2026"},
        {"is": "same", "about": ["a"], "who": "x", "when": "2026"},
        {"is": "corrected", "about": ["f"], "who": "x", "when": "2026", "value": {"quote": "…"}},
        {"is": "same", "about": ["a", "b"]},
    ],
)
def test_a_line_that_says_nothing_we_know_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ReadError):
        Judgement.from_json(row)
