import pytest

from extract.facts import Kind, Qualifiers
from graph.identity.resolve import resolve
from graph.time.posts import Capacity
from graph.time.tenures import EndBasis, Status, Tenure, tenures
from tests.graph.identity_facts import Gazette


def held(*gazettes: Gazette) -> list[Tenure]:
    facts = [fact for gazette in gazettes for fact in gazette.facts]
    context = [record for gazette in gazettes for record in gazette.context]
    return tenures(facts, resolve(facts, context))


def test_appointment_and_dismissal_give_both_days() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2020-03-01")
    opened = gazette.facts[-1]
    gazette.notice().dismissed("欧阳文澜", "区财政局", "副局长", "2021-04-02")
    (tenure,) = held(gazette)
    assert (tenure.from_earliest, tenure.from_latest) == ("2020-03-01", "2020-03-01")
    assert (tenure.to_earliest, tenure.to_latest) == ("2021-04-02", "2021-04-02")
    assert (tenure.status, tenure.end_basis) == (Status.ENDED, EndBasis.DISMISSAL)
    assert tenure.opened_by is not None
    assert tenure.opened_by.line == opened.evidence.line
    assert len(tenure.facts) == 2


def test_a_dismissal_alone_has_no_beginning_and_silence_is_no_end() -> None:
    gazette = Gazette()
    gazette.notice().dismissed("欧阳文澜", "区财政局", "副局长", "2021-04-02")
    gazette.notice().holds("司马相东", "区审计局", "副局长", "2019-01-05")
    one, other = sorted(held(gazette), key=lambda t: t.first_seen or "", reverse=True)
    assert (one.from_earliest, one.from_latest, one.status) == (None, "2021-04-02", Status.ENDED)
    assert (other.from_earliest, other.from_latest, other.to_latest, other.status) == (
        None,
        "2019-01-05",
        None,
        Status.ONGOING,
    )


@pytest.mark.parametrize(
    ("date", "bounds", "printed"),
    [("2021-04", ("2021-04-01", "2021-04-30"), "2021-04"), ("2021", ("2021-01-01", "2021-12-31"), "2021")],
)
def test_a_day_is_never_invented(date: str, bounds: tuple[str, str], printed: str) -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", date)
    (tenure,) = held(gazette)
    assert (tenure.from_earliest, tenure.from_latest) == bounds
    assert tenure.to_json()["from"] == printed
    assert tenure.to_json()["to"] is None


def test_a_later_holder_of_a_single_holder_post_ends_the_earlier_one_between_two_sightings() -> None:
    gazette = Gazette()
    gazette.notice().holds("欧阳文澜", "区财政局", "局长", "2019-05-05")
    gazette.notice().holds("司马相东", "区财政局", "局长", "2021-04-07")
    old, new = sorted(held(gazette), key=lambda t: t.first_seen or "")
    assert (old.status, old.end_basis) == (Status.ENDED_UNKNOWN, EndBasis.SUCCESSOR)
    assert (old.to_earliest, old.to_latest) == ("2019-05-05", "2021-04-07")
    assert new.status is Status.ONGOING


def test_a_holder_whose_beginning_is_not_printed_began_after_the_last_sighting_of_the_one_before() -> None:
    gazette = Gazette()
    gazette.notice().holds("欧阳文澜", "区财政局", "局长", "2019-05-05")
    gazette.notice().holds("司马相东", "区财政局", "局长", "2021-04-07")
    gazette.notice().holds("上官婉清", "区财政局", "副局长", "2021-04-07")
    later = next(t for t in held(gazette) if t.official_name == "司马相东")
    deputy = next(t for t in held(gazette) if t.official_name == "上官婉清")
    assert (later.from_earliest, later.from_latest) == ("2019-05-05", "2021-04-07")
    assert later.to_json()["from"] is None
    assert deputy.from_earliest is None


@pytest.mark.parametrize(("post", "mode"), [("副局长", None), ("局长", "挂任"), ("局长", "主持工作")])
def test_nobody_is_ended_by_a_deputy_a_secondment_or_one_in_charge(post: str, mode: str | None) -> None:
    gazette = Gazette()
    gazette.notice().holds("欧阳文澜", "区财政局", post, "2019-05-05")
    gazette.notice().appointed("司马相东", "区财政局", post, "2021-04-07", Qualifiers(mode=mode))
    assert all(tenure.status is Status.ONGOING for tenure in held(gazette))


def test_acting_and_full_are_two_tenures_of_one_post() -> None:
    gazette = Gazette()
    gazette.notice().holds("欧阳文澜", "区人民政府", "代区长", "2019-05-05")
    gazette.notice().holds("欧阳文澜", "区人民政府", "区长", "2021-04-07")
    acting, full = sorted(held(gazette), key=lambda t: t.first_seen or "")
    assert {acting.post, full.post} == {"区长"}
    assert (acting.capacity, acting.status) == (Capacity.ACTING, Status.ENDED_UNKNOWN)
    assert (full.capacity, full.status) == (Capacity.FULL, Status.ONGOING)


def test_a_re_appointment_is_a_new_tenure() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2016-03-01")
    gazette.notice().dismissed("欧阳文澜", "区财政局", "副局长", "2018-03-01")
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2021-03-01")
    first, second = sorted(held(gazette), key=lambda t: t.from_latest or "")
    assert (first.status, second.status) == (Status.ENDED, Status.ONGOING)
    assert second.from_latest == "2021-03-01"


def test_titles_after_an_appointment_confirm_it() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2020-03-01", Qualifiers(probation="P1Y"))
    gazette.notice().holds("欧阳文澜", "区财政局", "副局长", "2021-09-01")
    (tenure,) = held(gazette)
    assert (tenure.capacity, tenure.probation_to) == (Capacity.PROBATION, "2021-03-01")
    assert (tenure.first_seen, tenure.last_confirmed) == ("2020-03-01", "2021-09-01")


def test_a_secondment_ends_with_its_term() -> None:
    gazette = Gazette()
    qualifiers = Qualifiers(mode="挂任", term="2021-03/2022-03")
    gazette.notice().appointed("欧阳文澜", "区政府办公室", "副主任", "2021-03-13", qualifiers)
    (tenure,) = held(gazette)
    assert (tenure.capacity, tenure.status, tenure.end_basis) == (Capacity.SECONDED, Status.ENDED, EndBasis.TERM)
    assert (tenure.to_json()["from"], tenure.to_json()["to"]) == ("2021-03", "2022-03")


def test_short_and_full_names_of_a_body_carry_one_tenure() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区发改局", "副局长", "2020-03-01")
    gazette.notice().dismissed("欧阳文澜", "区发展和改革局", "副局长", "2021-03-01")
    (tenure,) = held(gazette)
    assert tenure.status is Status.ENDED


def test_a_title_without_a_date_is_seen_when_the_issue_came_out() -> None:
    gazette = Gazette(published="2021-06-30")
    gazette.notice().holds("欧阳文澜", "区财政局", "局长")
    (tenure,) = held(gazette)
    assert (tenure.first_seen, tenure.from_latest) == ("2021-06-30", "2021-06-30")


def test_the_order_of_facts_changes_nothing() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "局长", "2018-03-01")
    gazette.notice().holds("欧阳文澜", "区财政局", "局长", "2019-03-01")
    gazette.notice().appointed("司马相东", "区财政局", "局长", "2021-03-01")
    resolution = resolve(gazette.facts, gazette.context)
    assert tenures(gazette.facts, resolution) == tenures(list(reversed(gazette.facts)), resolution)


def test_contract_keys_of_a_line() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "先锋街道办事处", "主任", "2018-03-01", kind=Kind.STREET)
    (tenure,) = held(gazette)
    assert list(tenure.to_json()) == [
        "key", "official", "official_key", "organization", "organization_key", "printed", "post", "single_holder",
        "from", "to", "status", "capacity", "first_seen", "last_confirmed", "end_basis", "opened_by", "closed_by",
    ]  # fmt: skip


def test_a_printed_appointment_to_head_ends_the_deputy_s_tenure_of_the_same_body_that_day() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2019-03-01")
    gazette.notice().appointed("欧阳文澜", "区财政局党组", "成员", "2019-03-01")
    gazette.notice().holds("欧阳文澜", "区审计局", "副局长", "2019-05-01")
    gazette.notice().appointed("欧阳文澜", "区财政局", "局长", "2021-04-07")
    by_post = {(t.organization_name, t.post): t for t in held(gazette)}
    deputy = by_post["区财政局", "副局长"]
    assert (deputy.status, deputy.end_basis) == (Status.ENDED, EndBasis.PROMOTION)
    assert (deputy.to_earliest, deputy.to_latest) == ("2021-04-07", "2021-04-07")
    assert deputy.closed_by == by_post["区财政局", "局长"].opened_by
    still = {by_post[post].status for post in (("区财政局党组", "成员"), ("区审计局", "副局长"), ("区财政局", "局长"))}
    assert still == {Status.ONGOING}


def test_a_title_of_head_alone_and_an_acting_head_end_no_deputy_s_tenure() -> None:
    gazette = Gazette()
    gazette.notice().appointed("欧阳文澜", "区财政局", "副局长", "2019-03-01")
    gazette.notice().holds("欧阳文澜", "区财政局", "局长", "2021-04-07")
    gazette.notice().appointed("司马相东", "区审计局", "副局长", "2019-03-01")
    gazette.notice().appointed("司马相东", "区审计局", "代局长", "2021-04-07")
    deputies = {t.official_name: (t.status, t.head_since) for t in held(gazette) if t.post == "副局长"}
    assert deputies == {"欧阳文澜": (Status.ONGOING, "2021-04-07"), "司马相东": (Status.ONGOING, None)}
