"""Questions asked of the small graph: what they answer, what they cite, and what they refuse."""

from datetime import date
from pathlib import Path

import pytest

from extract.errors import QueryError
from graph.stores.store import Store, open_store
from queries.library import find, library
from queries.run import Table, ask
from queries.run.steps import span_text
from tests.queries.small_graph import HOSTILE_NAME

BODY = {"body": "b-drc"}
BY_SIGHTINGS = {
    "dismissed_without_new_post",
    "seen_later",
}  # which the tenures of the small graph do not date: test_stories.py has them
GIVEN = {
    "who_answers": {"words": "养老"},
    "portfolio": {"official": "李青"},
    "who_holds": BODY | {"on": "2022-06-01"},
    "changes": {"from": "2022-04", "to": "2022-06"},
    "body_changes": BODY,
    "career": {"official": "赵明远"},
    "record": {"official": "赵明远"},
    "items": BODY,
    "shared": BODY,
    "pair": BODY | {"other": "区财政局"},
    "succession": {"body": "柳湾街", "post": "主任"},
    "state": BODY | {"on": "2022-06-01"},
    "moves": BODY | {"other": "柳湾街", "days": "30"},
    "contents": {"document": "云政办〔2022〕3号"},
    "concurrent_posts": {"on": "2022-06-01"},
    "term_ends": {},
    "possible_same": {},
    "findings": {"kind": "stated_count"},
    "overlaps": {},
    "contested": {},
    "gaps": {},
    "groups_of": {"official": "李青"},
    "body_groups": BODY,
    "members": {"group": "养老"},
    "deadlines": {"from": "2022-06", "to": "2022-12"},
    "progress": {},
    "policy_chain": {"policy": "云政办[2022]3号"},
    "policies": {"words": "养老"},
    "projects": {"words": "大桥"},
    "oversees": {"body": "区教育局"},
    "register": BODY,
    "documents": {},
    "document_items": {"document": "云政办〔2022〕3号"},
    "project_items": {"words": "大桥"},
    "in_both_groups": {"group": "残疾人", "other": "志愿服务"},
    "names_of": BODY,
    "cited_by_both": {"policy": "y-1", "other": "y-3"},
    "lines": {"words": "代行"},
    "tables": {"document": "云政办〔2022〕3号"},
    "quotas": {"words": "床位"},
    "figures": {"words": "床位"},
    "groups_alike": {"members": "1"},
    "tally_seats": {},
    "tally_changes": {},
    "tally_progress": {},
    "overlaps_leaders": {},
    "figure_pairs": {},
    "plan_report": {},
    "tally_sections": {"document": "云政办〔2022〕3号"},
    "same_name": {"words": "吴平"},
    "around_official": {"official": "李青"},
    "around_body": BODY,
    "around_task": {"task": "t-care"},
    "prints": {"task": "t-care"},
    "under": {"policy": "养老服务条例"},
    "around_topic": {"topic": "c-care"},
    "around_project": {"project": "j-bridge"},
    "around_policy": {"policy": "y-1"},
    "around_place": {"place": "l-1"},
}


def answer(store: Store, name: str, **more: str) -> Table:
    return ask(store, find(name), GIVEN.get(name, {}) | more)


def pairs(table: Table, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in table.rows]


@pytest.mark.parametrize("name", [name for name in library() if name not in BY_SIGHTINGS])
def test_every_question_finds_something_and_says_what_it_rests_on(store: Store, name: str) -> None:
    table = answer(store, name)
    assert table.rows
    assert [str(issue) for issue in table.rests_on] == ["云河区人民政府公报 2022年第2期(总第41期) (2022-06-30)"]
    assert len(table.citations) == len(table.rows)


def test_a_row_is_cited_with_gazette_issue_page_number_line_and_quotation(store: Store) -> None:
    table = answer(store, "body_changes")
    citation = table.citations[-1]
    assert citation is not None
    assert str(citation) == "云河区人民政府公报, 2022年第2期(总第41期), 云政办〔2022〕3号, from p. 12, line 5"
    assert (citation.quote, citation.fact_id) == ("第5行的文字", "fact05")


def test_who_answers_names_officials_and_bodies_that_lead_and_assist(store: Store) -> None:
    found = pairs(answer(store, "who_answers"), "relation", "who", "what_kind")
    assert ("leads", "李青", "topic") in found
    assert ("leads", "区发展和改革局", "task") in found
    assert ("assists", "区财政局", "task") in found


def test_who_answers_on_a_day_leaves_out_what_had_ended(store: Store) -> None:
    assert ("李青", "topic") not in pairs(answer(store, "who_answers", on="2023-05-01"), "who", "what_kind")


def test_holders_on_a_day_say_how_certain_they_are(store: Store) -> None:
    found = pairs(answer(store, "who_holds", on="2022-04-15"), "post", "official", "certain")
    assert found == [("副局长", "孙立", False), ("党组成员", "孙立", False)]
    assert pairs(answer(store, "who_holds"), "post", "official", "certain")[0] == ("局长", "赵明远", True)


def test_changes_of_a_month_count_as_certain_only_within_the_days_asked(store: Store) -> None:
    found = pairs(answer(store, "changes", **{"from": "2022-04-10"}), "official", "post", "certain")
    assert ("孙立", "副局长", False) in found
    assert (HOSTILE_NAME, "局长", True) in found


def test_career_gives_bounds_no_more_precise_than_the_source(store: Store) -> None:
    assert pairs(answer(store, "career", official="孙立"), "post", "since", "until", "capacity") == [
        ("副局长", "2022-04", "2023-04", "seconded"),
        ("党组成员", "2022-04", None, "full"),
    ]
    assert pairs(answer(store, "career", official="钱文"), "body", "since", "until") == [
        ("区财政局", "≤2022-06-13", "2022-06-13"),
        ("柳湾街道办事处", "2022-06-13", None),
    ]


def test_a_vacancy_runs_from_the_day_of_leaving_to_the_next_holder(store: Store) -> None:
    found = pairs(answer(store, "vacancies"), "body", "vacant_from", "vacant_to", "days", "left_by", "filled_by")
    assert found == [
        ("柳湾街道办事处", date(2022, 5, 11), date(2022, 6, 13), 33, "赵明远", "钱文"),
        ("区财政局", date(2022, 6, 13), None, None, "钱文", None),
    ]


def test_succession_names_the_predecessor(store: Store) -> None:
    found = pairs(answer(store, "succession"), "official", "predecessor", "gap_days")
    assert found == [("赵明远", None, None), ("钱文", "赵明远", 33)]


def test_moves_are_found_in_both_directions_within_the_days(store: Store) -> None:
    found = pairs(answer(store, "moves"), "official", "left_body", "joined_body", "days")
    assert found == [("赵明远", "柳湾街道办事处", "区发展和改革局", 9)]
    assert answer(store, "moves", days="5").rows == ()


def test_terms_and_probation_end_when_they_say(store: Store) -> None:
    found = pairs(answer(store, "term_ends"), "ending", "official", "due")
    assert found == [("secondment", "孙立", "2023-04"), ("probation", "钱文", "2023-06-13")]


def test_a_deadline_that_had_passed_when_it_was_printed_is_found(store: Store) -> None:
    rows = answer(store, "deadlines").rows
    assert any(row["due"] == date(2022, 12, 31) and "区财政局" in row["assisting"] for row in rows)
    [row] = answer(store, "deadlines", **{"from": "2022-01", "to": "2022-01"}).rows
    assert (row["due"], row["deadline"], row["assisting"]) == (date(2022, 1, 31), "1月底前", ["柳湾街道办事处"])


def test_bodies_that_share_items_and_the_items_behind_them(store: Store) -> None:
    assert pairs(answer(store, "shared"), "other", "items", "both_lead") == [("区财政局", 2, 1)]
    assert pairs(answer(store, "overlaps"), "items", "both_lead") == [(2, 1)]
    found = pairs(answer(store, "pair"), "what", "relation", "other_relation")
    assert found == [
        ("推进养老服务体系建设,新增养老床位200张", "leads", "assists"),
        ("建成滨河大桥工程", "leads", "leads"),
    ]


def test_gaps_tell_aggregates_only_from_no_lead(store: Store) -> None:
    assert pairs(answer(store, "gaps"), "gap", "what") == [
        ("aggregates_only", "各街镇落实网格化管理"),
        ("no_lead", "开展国土绿化行动"),
    ]


def test_a_wide_jurisdiction_holds_what_lies_within_it(store: Store) -> None:
    assert len(answer(store, "overlaps", jurisdiction="江汉省").rows) == 1
    assert answer(store, "overlaps", jurisdiction="石桥区").rows == ()
    assert answer(store, "overlaps", jurisdiction="=江汉省").rows == ()


def test_a_cut_table_says_so(store: Store) -> None:
    table = ask(store, find("changes"), GIVEN["changes"], limit=2)
    assert (len(table.rows), table.truncated) == (2, True)
    assert table.notes[-1].text("zh") == "仅显示前 2 行；请缩小范围，或用 zhize ask --limit 取更多行"


def test_an_empty_answer_says_so(store: Store) -> None:
    assert [str(note) for note in answer(store, "who_answers", words="航天").notes] == [
        "nothing in the documents loaded answers this"
    ]


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("who_holds", {}, r"who_holds needs body \(the body\), e\.g\. who_holds body="),
        ("who_holds", {"body": "b-drc", "day": "2022-06-01"}, "has no parameter day; it takes: body, on"),
        ("who_holds", {"body": "b-drc", "on": "2022-06"}, "on needs a day such as 2022-05-11, not '2022-06'"),
        ("changes", {"from": "last week", "to": "2022"}, "from: 'last week' is not a date"),
        ("changes", {"from": "2022-02-30", "to": "2022"}, "from: '2022-02-30' is not a date"),
        ("changes", {"from": "2022-06", "to": "2022-05"}, "from=2022-06-01 is after to=2022-05-31"),
        ("portfolio", {"official": "李青", "on": "2022-06/2022-01"}, "ends before it begins"),
        ("moves", {"body": "b-drc", "other": "b-fin", "days": "-1"}, "days must be a whole number"),
        ("items", {"body": "区卫健局"}, "nothing in the graph is called '区卫健局'"),
        ("items", {"body": "区"}, "body: '区' may be "),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_one_line(
    store: Store, name: str, values: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message) as refusal:
        ask(store, find(name), values)
    assert "\n" not in str(refusal.value)


def test_an_empty_graph_is_said_to_be_empty(tmp_path: Path) -> None:
    url = f"kglite:///{tmp_path / 'empty.kgl'}"
    with open_store(url, writing=True) as made:
        made.checkpoint()
    with open_store(url) as empty, pytest.raises(QueryError, match="no documents are loaded: build the graph first"):
        ask(empty, find("items"), {"body": "区财政局"})


def test_a_limit_out_of_range_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="the limit must lie between 1 and"):
        ask(store, find("documents"), {}, limit=0)


def test_what_a_parameter_holds_never_becomes_query_text(store: Store) -> None:
    hostile = "') MATCH (n) DETACH DELETE n //"
    assert answer(store, "who_answers", words=hostile).rows == ()
    assert answer(store, "documents").rows


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (None, None, None),
        (date(2022, 4, 11), date(2022, 4, 11), "2022-04-11"),
        (date(2022, 4, 1), date(2022, 4, 30), "2022-04"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 1, 1), date(2022, 6, 30), "2022-01-01…2022-06-30"),
        (None, date(2022, 4, 11), "≤2022-04-11"),
        (date(2022, 4, 11), None, "≥2022-04-11"),
    ],
)
def test_two_bounds_become_a_text_no_more_precise_than_they_are(
    earliest: date | None, latest: date | None, text: str | None
) -> None:
    assert span_text(earliest, latest) == text


def test_a_closed_value_is_taken_in_either_language(store: Store) -> None:
    assert answer(store, "findings", kind="可能相同").rows == answer(store, "findings", kind="possible_same").rows != ()


def test_what_a_text_is_about_stands_before_what_merely_contains_the_word(store: Store) -> None:
    ranks = [len(str(row["what"])) for row in answer(store, "who_answers", words="养老").rows]
    assert ranks == sorted(ranks)


def test_several_values_of_one_parameter_stand_with_commas_between_them(store: Store) -> None:
    both = answer(store, "items", body="b-drc，区财政局")
    assert {row["body"] for row in both.rows} == {"区发展和改革局", "区财政局"}
    assert len(both.rows) == len(answer(store, "items").rows) + len(answer(store, "items", body="b-fin").rows)
    with pytest.raises(QueryError, match="区卫健局"):
        answer(store, "items", body="b-drc,区卫健局")


def test_progress_takes_several_states(store: Store) -> None:
    assert len(answer(store, "progress", status="取消、进行中").rows) == 1
    assert answer(store, "progress", status="取消、未启动").rows == ()


def test_a_document_is_found_by_its_text_where_no_title_has_the_words(store: Store) -> None:
    table = answer(store, "document_items", document="AB角制度")
    assert len(table.rows) == 7
    assert table.notes[0].text("zh").startswith("文号和标题都没有“AB角制度”；按正文取 云政办〔2022〕3号")


def test_numbers_that_agree_and_numbers_that_differ_stand_side_by_side(store: Store) -> None:
    found = pairs(answer(store, "stated_numbers"), "stated_what", "stated", "counted", "agrees")
    assert found == [("118项", 118, 117, "differs"), ("民生实事", 10, 10, "agrees")]
    assert len(answer(store, "stated_numbers", agrees="相符").rows) == 1
    assert pairs(answer(store, "findings", state="相符"), "finding") == [("民生实事: 10",)]


def test_the_rule_of_who_acts_for_whom_is_quoted_with_its_document(store: Store) -> None:
    [row] = answer(store, "stand_ins", jurisdiction="云河区").rows
    assert (row["as_printed"], row["document_number"], row["line"]) == (
        "副区长之间实行AB角制度，一位外出期间，由另一位代行职责。",
        "云政办〔2022〕3号",
        40,
    )


def test_members_stand_with_their_printed_titles(store: Store) -> None:
    found = pairs(answer(store, "members"), "seat", "member", "titles")
    assert found[:2] == [("组长", "李青", ["区人民政府副区长"]), ("成员", "吴平", ["区教育局局长"])]


def test_persons_of_one_name_are_listed_apart(store: Store) -> None:
    assert {row["persons"] for row in answer(store, "same_name").rows} == {2}
    assert {row["official_key"] for row in answer(store, "same_name").rows} == {"a-wu1", "a-wu2"}


def test_bodies_under_several_officials(store: Store) -> None:
    pairs_of = pairs(answer(store, "leaders_of_bodies", leaders="2"), "body", "official")
    assert pairs_of == [("区民政局", HOSTILE_NAME), ("区民政局", "何立")]
    assert answer(store, "leaders_of_bodies", leaders="3").rows == ()
    [row] = answer(store, "overlaps_leaders").rows
    assert {row["official"], row["other"]} == {HOSTILE_NAME, "何立"}
    [row] = answer(store, "document_items", leaders="2").rows
    assert row["number"] == "7"


def test_counts_of_seats_changes_and_progress(store: Store) -> None:
    [row] = answer(store, "groups_alike", members="1").rows
    assert row["members_named"] == ["何立"]
    seats = {row["member"]: row["groups_count"] for row in answer(store, "tally_seats", kind="人员").rows}
    assert seats["何立"] == 2
    months = answer(store, "tally_changes").rows
    changes = answer(store, "changes", **{"from": "0001", "to": "9999"}).rows
    assert sum(row["appointed_count"] for row in months) == sum(row["relation"] == "appointed" for row in changes)
    assert sum(row["dismissed_count"] for row in months) == sum(row["relation"] == "dismissed" for row in changes)
    [row] = answer(store, "tally_progress").rows
    assert (row["body"], row["tasks_count"], row["under_way_count"]) == ("区发展和改革局", 1, 1)


def test_changes_by_words_of_the_post_and_by_mode(store: Store) -> None:
    assert {row["post"] for row in answer(store, "changes", post="主任").rows} == {"主任"}
    assert {row["mode"] for row in answer(store, "changes", mode="挂").rows} == {"挂任"}
    assert pairs(answer(store, "changes", mode="试用"), "official", "probation") == [("钱文", "P1Y")]


def test_a_division_of_work_says_whom_an_official_assists_in_what(store: Store) -> None:
    assert ("周正", ["李青（审计）"]) in pairs(answer(store, "tally_portfolios"), "official", "assisted_named")


def test_a_body_given_with_its_city_and_district_is_that_body(store: Store) -> None:
    assert {row["place"] for row in answer(store, "who_holds", body="区发改局").rows} <= {"云河区", "石桥区"}
    table = answer(store, "items", body="江汉省云河区财政局")
    assert {row["body"] for row in table.rows} == {"区财政局"}


def test_the_items_of_a_document_by_what_a_body_does_there_and_by_number(store: Store) -> None:
    given = {"body": "b-fin"}
    assert [row["what"] for row in answer(store, "document_items", relation="牵头", **given).rows] == [
        "建成滨河大桥工程"
    ]
    assert len(answer(store, "document_items", relation="配合", **given).rows) == 1
    assert answer(store, "document_items", relation="首位", **given).rows == ()
    assert [row["what"] for row in answer(store, "document_items", number="2").rows] == ["建成滨河大桥工程"]


def test_the_items_that_a_body_does_not_lead(store: Store) -> None:
    leads = {row["what_key"] for row in answer(store, "document_items", body="b-fin", relation="牵头").rows}
    others = {row["what_key"] for row in answer(store, "document_items", without="b-fin").rows}
    assert leads
    assert not leads & others
    assert leads | others == {row["what_key"] for row in answer(store, "document_items").rows}


def test_leads_are_counted_alone_first_and_together_and_prints_once(store: Store) -> None:
    counts = ("leads_count", "sole_count", "first_count", "together_count", "times")
    found = pairs(answer(store, "tally_leads"), "body", *counts)
    assert found[0] == ("区发展和改革局", 2, 1, 1, 1, 3)
    assert ("区民政局", 1, 1, 0, 0, 1) in found
    assert ("区财政局", 1, 0, 0, 1, 1) in found


def test_items_are_counted_by_section(store: Store) -> None:
    assert pairs(answer(store, "tally_sections"), "section", "tasks_count") == [("一、民生", 7)]


def test_quantities_of_a_target_are_added_up_row_by_row(store: Store) -> None:
    found = pairs(answer(store, "quotas"), "amount", "unit", "total")
    assert found == [(200, "张", 200), (200, "张", 400)]
    assert answer(store, "quotas", words="养老服务").rows == ()
