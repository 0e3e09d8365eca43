from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.facts import Fact, Kind, Passage, Qualifiers, Relation
from graph.identity.clusters import Cluster, Resolution
from graph.identity.resolve import NO_JUDGEMENTS, resolve
from graph.keeping.judgements import Decision, Judgement, Judgements
from tests.graph.identity_facts import Gazette

CITY = "430100"


def resolved(
    *gazettes: Gazette, judgements: Judgements = NO_JUDGEMENTS, passages: tuple[Passage, ...] = ()
) -> Resolution:
    facts = [fact for gazette in gazettes for fact in gazette.facts]
    return resolve(facts, [record for gazette in gazettes for record in gazette.context], judgements, passages)


def together(resolution: Resolution, *kinds: Kind) -> set[frozenset[str]]:
    """The names of each cluster that has more than one."""
    return {
        frozenset(use.name for use in cluster.names) for cluster in resolution.of_kind(*kinds) if len(cluster.names) > 1
    }


def cluster_named(resolution: Resolution, name: str) -> Cluster:
    return next(c for c in resolution.clusters if name in {use.name for use in c.names})


# what a document prints → the names that are one
BODIES = [
    (("区发改局", "区发展和改革局", "区财政局"), {("区发改局", "区发展和改革局")}),
    (("统计局", "区统计局", "市统计局"), {("统计局", "区统计局")}),
    (("区卫健委", "区卫生健康局"), {("区卫健委", "区卫生健康局")}),
    (("区水务局", "区水务和湖泊局"), {("区水务局", "区水务和湖泊局")}),
    (("区教育局", "区教育和体育局", "区体育局"), set()),  # 体育 has a body of its own
    (("区企人中心", "区企业和人才服务中心"), {("区企人中心", "区企业和人才服务中心")}),
    (("区商务局", "区招商局", "区审计局", "区监察委员会"), set()),
    (("社会保险科", "社会医疗保险科"), set()),
    (("契税和非税收入科", "非税收入科"), set()),  # sections stand among their like
    (("区房管局", "区住房保障和房屋管理局"), {("区房管局", "区住房保障和房屋管理局")}),
    (("区经信局", "区科学技术和经济信息化局"), set()),  # each part is an agency elsewhere
    (("区人力资源局", "区人社局"), {("区人力资源局", "区人社局")}),
    (("区公安局", "区公安分局", "市公安局天心区分局"), {("区公安局", "区公安分局", "市公安局天心区分局")}),
    (("区政府", "天心区人民政府", "区政府办", "区人民政府办公室"), {("区政府", "区人民政府", "天心区人民政府"), ("区政府办", "区人民政府办公室")}),
]  # fmt: skip


@pytest.mark.parametrize(("names", "same"), BODIES)
def test_bodies_of_one_document(names: tuple[str, ...], same: set[tuple[str, ...]]) -> None:
    assert together(resolved(Gazette().names(*names)), Kind.DEPARTMENT) == {frozenset(group) for group in same}


# what a document prints, in this number → the name that the cluster goes by
NAMES = [
    ({"区发改局": 3, "区发展和改革局": 2, "区发展和改革委员会": 1}, "区发展和改革局"),
    ({"区农业农村局": 3, "区农业农村分局": 1, "区农业和农村局": 1}, "区农业农村局"),
    ({"区文旅局": 2, "区文化和旅游局": 2, "区文化和旅游游局": 1}, "区文化和旅游局"),
    ({"区自然资源和规划局": 2, "区自然资源局和规划局": 1}, "区自然资源和规划局"),
    ({"区卫健委": 3, "天心区卫生健康局": 1}, "天心区卫生健康局"),
    ({"区生态环境局": 1, "区环境保护局": 3}, "区生态环境局"),
    ({"区公安局": 1, "区公安分局": 3}, "区公安分局"),
]


@pytest.mark.parametrize(("printed", "name"), NAMES)
def test_a_cluster_goes_by_its_fullest_sound_name(printed: dict[str, int], name: str) -> None:
    gazette = Gazette().names(*(unit for unit, count in printed.items() for _ in range(count)))
    assert [cluster.name for cluster in resolved(gazette).of_kind(Kind.DEPARTMENT)] == [name]


def test_a_full_name_of_the_running_text_names_the_cluster() -> None:
    gazette = Gazette().names("区检察院").item("区人民检察院对此进行监督")
    assert cluster_named(resolved(gazette), "区检察院").name == "区人民检察院"


def test_names_that_no_fact_bears_are_one_where_the_text_prints_both() -> None:
    gazette = Gazette().names("区财政局")
    gazette.item("区防火安委每月分析一次。")
    gazette.item("区防火安全委员会要督办。不断完善望城空港综保区功能,推动望城空港综合保税区开放。")
    gazette.item("区河长办牵头。区农村办公室另报。")
    found = {frozenset(use.name for use in cluster.names) for cluster in resolved(gazette).text_only}
    assert found == {
        frozenset({"区防火安委", "区防火安全委员会"}),
        frozenset({"望城空港综保区", "望城空港综合保税区"}),
    }


def test_a_group_with_and_without_work_in_its_name() -> None:
    gazette = Gazette().item("天心区规划、土地联席会议议题申报表")
    gazette.names("天心区规划、土地工作联席会议", kind=Kind.GROUP)
    assert together(resolved(gazette), Kind.GROUP) == {
        frozenset({"天心区规划、土地工作联席会议", "天心区规划、土地联席会议"})
    }


def test_two_names_in_one_list_are_two_bodies() -> None:
    gazette = Gazette().names("区水务局", "区水务和湖泊局")
    gazette.leads("区水务局", "两家共同负责的一项工作", thing_at=5)
    gazette.leads("区水务和湖泊局", "两家共同负责的一项工作", thing_at=5)
    assert together(resolved(gazette), Kind.DEPARTMENT) == set()


def test_a_misread_street_is_the_one_that_looks_like_it() -> None:
    gazette = Gazette().names("洪山街", "洪山街", "洪山街道办事处", "淇山街", "先锋街", kind=Kind.STREET)
    found = resolved(gazette)
    assert together(found, Kind.STREET) == {frozenset({"洪山街", "洪山街道", "洪山街道办事处", "淇山街"})}
    assert cluster_named(found, "淇山街").name == "洪山街道办事处"
    assert any("looks like" in why.text("en") for why in cluster_named(found, "淇山街").why)


def test_a_party_committee_is_part_of_its_street() -> None:
    gazette = Gazette().names("先锋街道", "先锋街道党工委", kind=Kind.STREET)
    found = resolved(gazette)
    [part] = found.parts
    assert [found.by_key[key].name for key in (part.part, part.whole)] == ["先锋街道党工委", "先锋街道"]


def test_the_same_name_in_another_jurisdiction_is_another_body_and_the_citys_is_one() -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt", "430104")
    for gazette in (one, other):
        gazette.names("区财政局", "市财政局")
    found = resolved(one, other)
    assert sorted(c.jurisdiction for c in found.of_kind(Kind.DEPARTMENT)) == [CITY, "430103", "430104"]


def test_a_stated_second_name_is_one_body_and_a_mere_signboard_is_not() -> None:
    gazette = Gazette().names("区行政审批局", "区政务服务和大数据管理局", "区商务局", "区招商局")
    gazette.item("报送区行政审批局（区政务服务和大数据管理局，下同）备案；区商务局（区招商局）配合")
    groups = together(resolved(gazette), Kind.DEPARTMENT)
    assert frozenset({"区行政审批局", "区政务服务和大数据管理局"}) in groups
    assert not any({"区商务局", "区招商局"} <= group for group in groups)


def test_running_text_adds_names_of_bodies_that_facts_name() -> None:
    gazette = Gazette().names("区人民检察院", "先锋街道办事处")
    text = Passage("a.txt", 0, 40, 1, "由区检察院会同先锋街道研究，岳麓区检察院参加。")
    found = resolved(gazette, passages=(text,))
    assert {use.name for use in cluster_named(found, "区人民检察院").names} == {"区人民检察院", "区检察院"}
    assert "先锋街道" in {use.name for use in cluster_named(found, "先锋街道办事处").names}


def test_a_general_name_of_a_group_means_the_group_of_its_notice() -> None:
    gazette = Gazette()
    for subject in ("甲", "乙"):
        gazette.notice()
        gazette.add(
            Relation.LEADS,
            (Kind.OFFICIAL, "王一鸣"),
            (Kind.GROUP, f"区{subject}类企业改制工作领导小组"),
            "组长",
            "2021-03-01",
        )
        gazette.add(Relation.LEADS, (Kind.OFFICIAL, "王一鸣"), (Kind.GROUP, "工作领导小组"), "组长", "2021-03-01")
    found = together(resolved(gazette), Kind.GROUP)
    assert found == {frozenset({f"区{s}类企业改制工作领导小组", "工作领导小组"}) for s in ("甲", "乙")}


def test_an_official_of_one_post_is_one_across_documents() -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt")
    one.notice().holds("张伟", "区发改局", "副局长", "2020-04-01")
    other.notice().holds("张伟", "区发展和改革局", "副局长", "2021-04-01")
    found = list(resolved(one, other).of_kind(Kind.OFFICIAL))
    assert len(found) == 1
    assert "副局长 of 区发" in found[0].why[0].text("en")


def test_a_name_of_two_characters_needs_more_than_fitting_dates() -> None:
    gazette = Gazette()
    gazette.notice().holds("张伟", "先锋街道办事处", "副主任", "2021-04-11", Kind.STREET)
    gazette.notice().appointed("张伟", "区综合执法大队", "大队长", "2021-04-25")
    found = resolved(gazette)
    assert [c.homonym for c in found.of_kind(Kind.OFFICIAL)] == [True, True]
    assert [(p.kind, p.score < 0.9) for p in found.proposals] == [(Kind.OFFICIAL, True)]


def test_a_move_that_is_printed_joins_both_posts() -> None:
    gazette = Gazette()
    gazette.notice().dismissed("张伟", "区财政局", "副局长", "2021-04-11")
    gazette.notice().appointed("张伟", "区审计局", "局长", "2021-05-25")
    assert len(list(resolved(gazette).of_kind(Kind.OFFICIAL))) == 1


@pytest.mark.parametrize(
    ("name", "body", "post", "people"),
    [
        ("张伟", "区人民政府", "副区长", 1),
        ("张伟", "先锋街道党工委", "书记", 2),
        ("张伟民", "先锋街道党工委", "书记", 1),
    ],
)
def test_a_name_without_a_post_is_the_leader_of_that_name(name: str, body: str, post: str, people: int) -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt")
    one.notice().holds(name, body, post, "2019-04-11")
    for text in ("新建公共停车场", "改造老旧小区"):
        other.add(Relation.LEADS, (Kind.OFFICIAL, name), (Kind.TASK, text), "分管区领导", "2021-01-30")
    found = resolved(one, other)
    assert len(list(found.of_kind(Kind.OFFICIAL))) == people
    assert len(found.proposals) == people - 1


def test_a_full_name_of_three_characters_is_one_career() -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt")
    one.notice().holds("欧阳文澜", "区财政局", "副局长", "2019-04-11")
    other.notice().holds("欧阳文澜", "区审计局", "局长", "2021-05-25")
    assert [c.homonym for c in resolved(one, other).of_kind(Kind.OFFICIAL)] == [False]


def test_the_same_name_in_another_jurisdiction_is_another_person() -> None:
    one, other = Gazette("a.txt"), Gazette("b.txt", "430104")
    for gazette in (one, other):
        gazette.notice().holds("欧阳文澜", "区财政局", "局长", "2021-04-11")
    assert len(list(resolved(one, other).of_kind(Kind.OFFICIAL))) == 2


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("李晓茵", "李晓茜", True), ("李艳明", "李艳胜", False), ("李振", "李振兴", False), ("李胜军", "李胜明", False)],
)
def test_a_misread_name_needs_one_look_and_one_seat(left: str, right: str, same: bool) -> None:
    gazette = Gazette()
    for day in ("2021-01-01", "2021-02-01"):
        gazette.notice().holds(left, "区人民政府", "副区长", day)
    gazette.notice().holds(right, "区人民政府", "副区长", "2021-03-01")
    assert len(list(resolved(gazette).of_kind(Kind.OFFICIAL))) == (1 if same else 2)


def test_a_number_a_title_and_what_it_distributes_are_one_policy() -> None:
    gazette = Gazette()
    issued = Qualifiers(title="天心区人民政府办公室关于印发天心区绿化工作方案的通知")
    gazette.add(Relation.ISSUED, (Kind.DEPARTMENT, "区政府办"), (Kind.POLICY, "天政办发〔2021〕8号"), qualifiers=issued)
    for name in ("天政办发[2021]8号", "天心区绿化工作方案", "天政办发〔2021〕9号"):
        gazette.add(Relation.CITES, (Kind.POLICY, "天政办发〔2021〕10号"), (Kind.POLICY, name), "根据")
    groups = together(resolved(gazette), Kind.POLICY)
    assert groups == {frozenset({"天政办发〔2021〕8号", "天政办发[2021]8号", issued.title, "天心区绿化工作方案"})}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("环境保护法", "中华人民共和国环境保护法", True),
        ("土壤污染防治管理办法(试行)", "土壤污染防治管理办法", True),
        ("国务院关于加强安全生产工作的意见", "湖南省人民政府关于加强安全生产工作的意见", False),
        ("区人民政府关于加强安全生产工作的意见", "区人民政府办公室关于加强安全生产工作的意见", False),
    ],
)
def test_titles_of_policies(left: str, right: str, same: bool) -> None:
    gazette = Gazette()
    for name in (left, right):
        gazette.add(Relation.CITES, (Kind.POLICY, "天政发〔2021〕1号"), (Kind.POLICY, name), "根据")
    assert (frozenset({left, right}) in together(resolved(gazette), Kind.POLICY)) is same


def test_a_short_title_means_the_one_document_of_its_notice_that_ends_so() -> None:
    gazette = Gazette()
    for place in ("天心", "岳麓"):
        gazette.notice()
        for name in (f"{place}区国民经济和社会发展规划纲要", "纲要"):
            gazette.add(Relation.CITES, (Kind.POLICY, f"{place}政发〔2021〕1号"), (Kind.POLICY, name), "落实")
    groups = together(resolved(gazette), Kind.POLICY)
    assert groups == {frozenset({f"{place}区国民经济和社会发展规划纲要", "纲要"}) for place in ("天心", "岳麓")}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("天心区道路品质提升工程", "道路品质提升工程", True),
        ("滨江绿道建设(二期)工程", "滨江绿道(二期)", True),
        ("滨江绿道一期", "滨江绿道二期", False),
        ("先锋河滩生态公园", "河滩生态公园", True),
        ("空港综保区", "空港综合保税区", True),
    ],
)
def test_names_of_projects(left: str, right: str, same: bool) -> None:
    gazette = Gazette().names("先锋街道", kind=Kind.STREET)
    for name in (left, right):
        gazette.add(Relation.CONCERNS, (Kind.TASK, f"推进{name}尽快落地见效"), (Kind.PROJECT, name))
    assert (frozenset({left, right}) in together(resolved(gazette), Kind.PROJECT)) is same


def judged(decision: Decision, *about: str) -> Judgement:
    return Judgement(decision, tuple(sorted(about)), "读者", "2026-03-01T09:00:00+00:00", "因为")


def test_people_win_over_scores_both_ways_and_can_take_it_back() -> None:
    gazette = Gazette()
    gazette.notice().holds("张伟", "先锋街道办事处", "副主任", "2021-04-11", Kind.STREET)
    gazette.notice().appointed("张伟", "区综合执法大队", "大队长", "2021-04-25")
    gazette.names("区发改局", "区发展和改革局")
    proposal = resolved(gazette).proposals[0]
    same = judged(Decision.SAME, *proposal.about)
    found = resolved(gazette, judgements=Judgements((same,)))
    assert len(list(found.of_kind(Kind.OFFICIAL))) == 1
    assert "读者 decided" in next(found.of_kind(Kind.OFFICIAL)).why[0].text("en")
    apart = judged(Decision.NOT_SAME, *proposal.about)
    assert resolved(gazette, judgements=Judgements((same, apart))).proposals == ()

    pair = cluster_named(resolved(gazette), "区发改局").members
    split = resolved(gazette, judgements=Judgements((judged(Decision.NOT_SAME, *pair[:2]),)))
    assert together(split, Kind.DEPARTMENT) == set()


def test_a_judgement_can_part_two_mentions_of_one_printed_name() -> None:
    gazette = Gazette().names("区财政局", "区财政局")
    pair = cluster_named(resolved(gazette), "区财政局").members
    found = resolved(gazette, judgements=Judgements((judged(Decision.NOT_SAME, *pair),)))
    assert len(list(found.of_kind(Kind.DEPARTMENT))) == 2


def many() -> list[Gazette]:
    one, two, three = Gazette("a.txt"), Gazette("b.txt"), Gazette("c.txt", "430104")
    one.notice().names("区发改局", "区卫健委", "区水务局", "洪山街", "区农村农业局")
    two.notice().names(
        "区发展和改革局", "区卫生健康局", "区水务和湖泊局", "洪山街道", "区农业农村局", "区农业农村局", "淇山街"
    )
    three.notice().names("区发改局", "市发改局", "省发改委")
    for gazette, day in ((one, "2020-01-01"), (two, "2021-01-01"), (three, "2021-02-01")):
        gazette.notice().holds("张伟", "区发改局", "局长", day)
        gazette.notice().holds("李晓茵", "区人民政府", "副区长", day)
        gazette.notice().appointed("李晓茜", "区人民政府", "副区长", day)
    return [one, two, three]


def test_any_order_of_documents_gives_the_identical_result() -> None:
    results = {str(resolved(*order).clusters) for order in permutations(many())}
    assert len(results) == 1


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_any_order_of_facts_and_context_gives_the_identical_result(random: object) -> None:
    gazettes = many()
    facts: list[Fact] = [fact for gazette in gazettes for fact in gazette.facts]
    context = [record for gazette in gazettes for record in gazette.context]
    expected = resolve(facts, context)
    random.shuffle(facts)  # type: ignore[attr-defined]
    random.shuffle(context)  # type: ignore[attr-defined]
    found = resolve(facts, context)
    assert (found.clusters, found.proposals, found.parts) == (expected.clusters, expected.proposals, expected.parts)


def test_every_mention_is_in_one_cluster_and_each_merge_has_its_sentence() -> None:
    gazettes = many()
    found = resolved(*gazettes)
    members = [member for cluster in found.clusters for member in cluster.members]
    assert len(members) == len(set(members))
    for gazette in gazettes:
        for fact in gazette.facts:
            assert found.of(fact, fact.subject).members
    for cluster in found.clusters:
        if len({use.name for use in cluster.names}) > 1:
            assert cluster.why
            assert cluster.score < 1


def test_without_context_the_issuers_name_the_jurisdiction() -> None:
    gazette = Gazette("x.txt", jurisdiction=None)
    gazette.add(Relation.ISSUED, (Kind.DEPARTMENT, "长沙市天心区人民政府"), (Kind.POLICY, "天政发〔2021〕1号"))
    gazette.names("区财政局")
    assert cluster_named(resolve(gazette.facts), "区财政局").jurisdiction == "430103"
