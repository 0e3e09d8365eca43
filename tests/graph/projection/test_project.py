from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts import Evidence, Passage
from graph.corpus import Corpus
from graph.ids import without_end
from graph.keeping.judgements import Decision, Judgement, Judgements
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node
from graph.projection.project import project
from graph.projection.schema import EDGES, NODES
from tests.graph.small_facts import corpus, fact, facts, sha_of


def content(projection: Projection) -> dict[object, str]:
    return {n.ref: n.digest for n in projection.nodes} | {e.ref: e.digest for e in projection.edges}


def nodes(label: str, of: Corpus | None = None, judgements: Judgements | None = None) -> list[Node]:
    built = project(of or corpus(), judgements or Judgements())
    return [node for node in built.projection.nodes if node.label == label]


def edges(kind: str, of: Corpus | None = None, judgements: Judgements | None = None) -> list[Edge]:
    built = project(of or corpus(), judgements or Judgements())
    return [edge for edge in built.projection.edges if edge.type == kind]


@settings(max_examples=25, deadline=None)
@given(st.permutations(facts()), st.randoms(use_true_random=False))
def test_the_order_of_facts_and_context_does_not_matter(shuffled: Sequence[object], chance: object) -> None:
    expected = corpus()
    records = list(expected.context)
    chance.shuffle(records)  # type: ignore[attr-defined]
    same = Corpus.of(shuffled, expected.doubts, records)  # type: ignore[arg-type]
    assert content(project(same).projection) == content(project(expected).projection)


def test_everything_is_as_the_schema_says() -> None:
    projection = project(corpus()).projection
    for node in projection.nodes:
        assert set(node.properties) <= set(NODES[node.label].properties), node.label
        assert node.properties["name"], node.ref
        assert node.kind is None or node.kind in NODES[node.label].kinds
    for edge in projection.edges:
        assert set(edge.properties) <= set(EDGES[edge.type].properties), edge.type
        assert (edge.start.label, edge.end.label) in EDGES[edge.type].ends


def test_every_fact_is_one_relationship_with_its_evidence() -> None:
    built = project(corpus())
    of_facts = {
        edge.key: edge
        for edge in built.projection.edges
        if EDGES[edge.type].key == "fact_id" and "quote" in edge.properties
    }
    assert set(of_facts) == {judged.fact_id for judged in built.facts}
    for judged in built.facts:
        said = of_facts[judged.fact_id].properties
        assert said["quote"] == judged.fact.evidence.quote
        assert said["file"] == judged.fact.evidence.doc
        assert said["notice"] == f"{sha_of(judged.fact.evidence.doc)}:0"
        assert said["passage"]


def test_a_fact_that_is_given_twice_is_one_relationship() -> None:
    twice = Corpus.of((*facts(), *facts()), (), corpus().context)
    assert len(edges("APPOINTED", twice)) == len(edges("APPOINTED"))


def test_a_month_is_kept_as_its_bounds_and_its_text() -> None:
    [month] = [e for e in edges("APPOINTED") if e.properties["date_text"] == "2022-05"]
    assert str(month.properties["date"]) == "2022-05-01"
    assert str(month.properties["date_latest"]) == "2022-05-31"


@pytest.mark.parametrize("date", ["2022-02-30", "2022-13", "0000-00-00"])
def test_a_date_that_no_calendar_has_is_kept_as_text_alone(date: str) -> None:
    one = Corpus.of([fact("leads", "王建国", "区财政局", role="分管", date=date)], (), corpus("a.txt").context)
    [edge] = edges("LEADS", one)
    assert edge.properties["date_text"] == date
    assert "date" not in edge.properties


def test_bodies_of_one_name_in_two_districts_are_two() -> None:
    offices = [n for n in nodes("Organization") if n.properties["name"] == "区财政局"]
    assert len(offices) == 2
    assert {n.scope for n in offices} == {"420117", "420105"}


def test_a_private_number_is_covered_character_for_character() -> None:
    quote = "王建国分管区财政局,电话13912345678"
    one = Corpus.of([fact("leads", "王建国", "区财政局", role="分管", quote=quote)], (), corpus("a.txt").context)
    [edge] = edges("LEADS", one)
    assert edge.properties["quote"] == "王建国分管区财政局,电话" + "*" * 11
    projection = project(one).projection
    assert "13912345678" not in str([n.properties for n in projection.nodes] + [e.properties for e in projection.edges])


def test_items_without_a_unit_are_tasks_too() -> None:
    [alone] = [n for n in nodes("Task") if "网格化" in str(n.properties["name"])]
    assert "13912345678" not in str(alone.properties["name"]) + alone.key
    [item] = [n for n in nodes("Item") if "网格化" in str(n.properties["name"])]
    assert item.properties["aggregates"] == ("各街镇",)
    assert "13912345678" not in str(item.properties)
    assert [e.end for e in edges("OF") if e.start == item.ref] == [alone.ref]
    assert [e.end.label for e in edges("IN") if e.start == item.ref] == ["Notice"]


def test_targets_are_the_measures_of_a_task() -> None:
    [task] = [n for n in nodes("Task") if "绩效评价" in str(n.properties["name"])]
    assert any("5项" in str(m) for m in task.properties["measures"] or ())  # type: ignore[union-attr]


def test_doubts_and_counts_that_differ_are_findings_about_their_notice() -> None:
    kinds = {(n.properties["kind"], n.properties["status"]) for n in nodes("Finding")}
    assert {("doubt", "open"), ("stated_count", "open")} <= kinds
    [counted] = [n for n in nodes("Finding") if n.properties["kind"] == "stated_count"]
    assert (counted.properties["stated"], counted.properties["found"]) == (3, 2)
    assert [e.end.label for e in edges("ABOUT") if e.start == counted.ref] == ["Notice"]


def judged(decision: Decision, fact_id: str, **value: object) -> Judgements:
    return Judgements((Judgement(decision, (fact_id,), "reader", "2026-01-01T00:00:00+00:00", "", value),))


def test_a_fact_that_a_person_calls_wrong_is_not_in_the_graph() -> None:
    wrong = next(e.key for e in edges("APPOINTED") if e.scope == "420117")
    assert wrong not in {e.key for e in edges("APPOINTED", None, judged(Decision.WRONG, wrong))}


def test_a_corrected_fact_keeps_its_id_and_says_so() -> None:
    fact_id = next(e.key for e in edges("APPOINTED") if e.scope == "420117")
    [corrected] = [
        e for e in edges("APPOINTED", None, judged(Decision.CORRECTED, fact_id, role="副局长")) if e.key == fact_id
    ]
    assert corrected.properties["status_of_fact"] == "corrected"
    assert corrected.end.key.endswith("/副局长")
    assert corrected.properties["tenure"]


def test_passages_that_were_stored_are_the_ones_shown() -> None:
    text = "张明远局长区财政局。其他内容"
    known = corpus("a.txt")
    passage = Passage("a.txt", 95, 95 + len(text), 2, text)
    [appointed] = edges("APPOINTED", replace(known, passages=(passage,)))
    [printed] = project(replace(known, passages=(passage,))).texts
    assert [(one.key, one.text) for one in printed.passages] == [(appointed.properties["passage"], text)]


def test_facts_without_context_make_a_graph_too() -> None:
    bare = Corpus.of(facts())
    built = project(bare)
    assert {e.scope for e in built.projection.edges} == {"unknown"}
    assert len([e for e in built.projection.edges if e.type == "APPOINTED"]) == 2


def test_the_empty_corpus_is_the_empty_graph() -> None:
    assert not project(Corpus.of(())).projection.nodes


def test_a_quotation_in_another_script_of_spaces_keeps_its_offsets() -> None:
    one = fact("leads", "王建国", "区财政局", role="分管", quote="王建国 分管 区财政局")
    moved = replace(one, evidence=Evidence("a.txt", 5, 5 + len(one.evidence.quote), 1, one.evidence.quote))
    [edge] = edges("LEADS", Corpus.of([moved], (), corpus("a.txt").context))
    assert (edge.properties["span_start"], edge.properties["span_end"]) == (5, 5 + len("王建国 分管 区财政局"))


def party_group() -> Corpus:
    """One official of a bureau and of the 党组 inside it, whose names begin at one place; and the bureau again."""
    quote = "区粮食局党组书记、局长陈水生"
    posts = [
        fact("holds", "陈水生", "区粮食局党组", role="书记", start=100, quote=quote),
        fact("holds", "陈水生", "区粮食局", role="局长", start=100, quote=quote),
        fact("holds", "何松涛", "区物资储备中心", role="副局长", start=300),
    ]
    return Corpus.of(posts, (), corpus("a.txt").context)


def test_two_bodies_that_begin_at_one_place_are_two_nodes_and_the_first_is_part_of_the_second() -> None:
    posts = {(n.properties["body"], n.properties["name"]) for n in nodes("Post", party_group())}
    assert posts >= {("区粮食局党组", "书记"), ("区粮食局", "局长")}
    names = {n.key: n.properties["name"] for n in nodes("Organization", party_group())}
    assert ("区粮食局党组", "区粮食局") in {
        (names[e.start.key], names[e.end.key]) for e in edges("PART_OF", party_group())
    }


def test_a_judgement_made_before_mentions_knew_their_end_still_holds() -> None:
    known = party_group()
    ids = {one.object.name: known.documents.mention_of(one, one.object) for one in known.facts}
    group, bureau, other = (ids[name] for name in ("区粮食局党组", "区粮食局", "区物资储备中心"))
    former = (without_end(bureau), without_end(other))
    assert former[0] == without_end(group)
    together = Judgements((Judgement(Decision.SAME, former, "reader", "2026-01-01T00:00:00+00:00"),))
    resolution = project(known, together).resolution
    assert resolution.by_mention[bureau].key == resolution.by_mention[other].key != resolution.by_mention[group].key
    undone = (*together.history, Judgement(Decision.UNDO, tuple(sorted((bureau, other))), "reader", "2026-01-02"))
    apart = project(known, Judgements(undone)).resolution
    assert apart.by_mention[bureau].key != apart.by_mention[other].key
