import json
import sys
from pathlib import Path

import pytest

from dashboards.cli import main
from extract.facts import Doubt
from graph.build import put_facts
from graph.workspace import Workspace
from tests.graph.identity_facts import Gazette

pytestmark = pytest.mark.usefixtures("english")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["zhize", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with two bearers of one short name, which nothing links."""
    gazette = Gazette()
    gazette.notice().holds("张伟", "区财政局", "副局长", "2021-04-11")
    gazette.notice().appointed("张伟", "区综合执法大队", "大队长", "2021-04-25")
    gazette.names("区发改局", "区发展和改革局")
    workspace = Workspace(tmp_path / "w")
    workspace.prepare()
    put_facts(workspace, gazette.facts, gazette.context)
    return workspace.folder


def proposals(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run(monkeypatch, "review", "--workspace", place, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_proposals_are_listed_with_score_sentence_and_ids(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (proposal,) = proposals(place, monkeypatch, capsys)
    assert proposal["kind"] == "official"
    assert proposal["why"]["code"] == "two_characters"  # type: ignore[index]
    run(monkeypatch, "review", "--workspace", place)
    text = capsys.readouterr().out
    assert all(mention in text for mention in proposal["about"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("decision", ["same", "not-same"])
def test_a_decision_settles_the_pair_and_undo_brings_it_back(
    place: Path, decision: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    about = proposals(place, monkeypatch, capsys)[0]["about"]
    assert isinstance(about, list)
    run(monkeypatch, "review", "--workspace", place, decision, *about, "--why", "一人", "--who", "读者")
    assert proposals(place, monkeypatch, capsys) == []
    run(monkeypatch, "review", "--workspace", place, "undo", *about)
    assert len(proposals(place, monkeypatch, capsys)) == 1
    run(monkeypatch, "review", "--workspace", place, "history")
    history = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["is"] for row in history] == [decision.replace("-", "_"), "undo"]
    assert (history[0]["who"], history[0]["why"]) == ("读者", "一人")


def test_facts_are_judged_right_wrong_and_corrected(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = Workspace(place).corpus()
    fact_id = corpus.documents.fact_id(corpus.facts[0])
    run(monkeypatch, "review", "--workspace", place, "correct", fact_id, "role=局长", "date=")
    judgement = Workspace(place).judgements().of_fact(fact_id)
    assert judgement is not None
    assert judgement.value == {"role": "局长", "date": None}
    run(monkeypatch, "review", "--workspace", place, "wrong", fact_id)
    assert len(list(Workspace(place).judgements().apply([(fact_id, corpus.facts[0])]))) == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("undo", "f0"), "history"),
        (("correct", "f0", "quote=x"), "role="),
        (("correct", "f0", "date=2022-02-30"), "2022-04-25"),
        (("correct", "f0", "subject="), "subject=NAME"),
        (("wrong", "f0"), "fact_id"),
        (("settle", "f0"), "doubts"),
        (("same", "f0", "f1"), "no mention f0"),
        (("--ask",), "terminal"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    place: Path,
    arguments: tuple[str, ...],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert run(monkeypatch, "review", "--workspace", place, *arguments) == 1
    assert says in capsys.readouterr().err


def test_only_two_of_one_kind_can_be_one(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = Workspace(place).corpus()
    fact = corpus.facts[0]
    official, body = (corpus.documents.mention_of(fact, party) for party in (fact.subject, fact.object))
    for pair, says in (((official, body), "one kind"), ((official, official), "twice")):
        assert run(monkeypatch, "review", "--workspace", place, "same", *pair) == 1
        assert says in capsys.readouterr().err


def test_an_empty_workspace_says_how_to_fill_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "review", "--workspace", tmp_path / "none") == 1
    assert "zhize build" in capsys.readouterr().err


def test_doubts_are_listed_until_they_are_settled(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHIZE_LANGUAGE", "zh")
    workspace = Workspace(place)
    evidence = Gazette("b.txt").leads("区财政局", "一项写得不清楚的工作").evidence
    put_facts(workspace, [], Gazette("b.txt").context, [Doubt(evidence, "test", "units_run_together")])
    run(monkeypatch, "review", "--workspace", place, "doubts")
    (line,) = capsys.readouterr().out.splitlines()
    assert "版面把几个单位的名称连在了一起" in line
    assert run(monkeypatch, "review", "--workspace", place, "settle", line.split()[0]) == 0
    run(monkeypatch, "review", "--workspace", place, "doubts")
    assert capsys.readouterr().out == ""


def test_merges_are_listed_the_weakest_first(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "review", "--workspace", place, "--merges", "--json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["name"] for row in rows] == ["区发展和改革局"]
    assert rows[0]["why"]
