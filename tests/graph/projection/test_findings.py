from extract.facts import Fact
from extract.wording.reasons import Reason
from graph.corpus import Corpus
from graph.keeping.judgements import Decision, Judgement, Judgements
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node
from graph.projection.findings import doubt_id
from graph.projection.project import project
from tests.graph.small_facts import corpus, fact

WHEN = "2026-01-01T00:00:00+00:00"


def judged(decision: Decision, *about: str) -> Judgements:
    return Judgements((Judgement(decision, tuple(sorted(about)), "reader", WHEN, "known to me"),))


def findings(projection: Projection, kind: str) -> list[Node]:
    return [n for n in projection.nodes if n.label == "Finding" and n.properties["kind"] == kind]


def about(projection: Projection, finding: Node) -> list[Edge]:
    return [e for e in projection.edges if e.type == "ABOUT" and e.start == finding.ref]


def of(*facts: Fact, judgements: Judgements | None = None) -> Projection:
    return project(Corpus.of(facts, (), corpus("a.txt").context), judgements or Judgements()).projection


def test_a_doubt_that_a_person_settled_is_accepted() -> None:
    known = corpus("a.txt")
    own = doubt_id(known.doubts[0], known.documents)
    assert [n.properties["status"] for n in findings(project(known).projection, "doubt")] == ["open"]
    settled = project(known, judged(Decision.SETTLED, own)).projection
    assert [n.properties["status"] for n in findings(settled, "doubt")] == ["accepted"]


def test_two_that_a_person_keeps_apart_are_a_rejected_pair() -> None:
    facts = (
        fact("appointed", "张明远", "区财政局", role="局长", start=100),
        fact("appointed", "张明远", "区教育局", role="副局长", start=300, date="2022-04-25"),
    )
    mentions = project(Corpus.of(facts, (), corpus("a.txt").context)).resolution
    ends = [mentions.documents.mention_of(one, one.subject) for one in facts]
    projection = of(*facts, judgements=judged(Decision.NOT_SAME, *ends))
    [pair] = [n for n in findings(projection, "possible_same") if n.properties["status"] == "rejected"]
    assert Reason.read(str(pair.properties["why"])).text("en") == "reader decided that they are not one: known to me"
    assert [e.end.label for e in about(projection, pair)] == ["Official", "Official"]


def test_one_day_of_coming_and_going_in_one_post_is_a_conflict() -> None:
    projection = of(
        fact("appointed", "张明远", "区财政局", role="局长", start=100),
        fact("dismissed", "张明远", "区财政局", role="局长", start=300),
    )
    [conflict] = findings(projection, "conflict")
    assert conflict.properties["quote"]
    assert {e.end.label for e in about(projection, conflict)} >= {"Official"}


def test_a_finding_about_nothing_in_the_graph_has_no_edges() -> None:
    projection = project(Corpus.of((), corpus("a.txt").doubts)).projection
    [doubt] = findings(projection, "doubt")
    assert about(projection, doubt) == []
