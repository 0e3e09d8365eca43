"""Names that are one by how such names are made: zones, lost characters, organs, firms, projects, national texts."""

import pytest

from extract.facts import Fact, Kind, Relation
from extract.lexicon import WordsEntry
from graph.identity.clusters import Resolution
from graph.identity.policies import is_national, title_key
from graph.identity.resolve import resolve
from graph.lexicon import word_entries
from tests.graph.identity_facts import Gazette


def resolved(*gazettes: Gazette) -> Resolution:
    return resolve(
        [fact for gazette in gazettes for fact in gazette.facts],
        [record for gazette in gazettes for record in gazette.context],
    )


def names(resolution: Resolution, name: str) -> set[str]:
    """All names of the cluster that bears a name."""
    [found] = [c for c in resolution.clusters if name in {use.name for use in c.names}]
    return {use.name for use in found.names}


@pytest.mark.parametrize(
    ("units", "name", "others"),
    [
        (("临湖(白石)经济开发区管委会", "白石开发区管委会"), "白石开发区管委会", {"临湖(白石)经济开发区管委会"}),
        (("临湖(白石)经济开发区管委会", "青石开发区管委会"), "青石开发区管委会", set()),
        (("白石经济开发区", "经济开发区"), "经济开发区", {"白石经济开发区"}),
        (("白石经济开发区", "青石经济开发区", "经济开发区"), "经济开发区", set()),
        (("区公安局", "公安分局"), "公安分局", {"区公安局"}),
    ],
)
def test_zones_and_branches(units: tuple[str, ...], name: str, others: set[str]) -> None:
    assert names(resolved(Gazette().names(*units)), name) == {name, *others}


def test_the_agency_of_a_city_is_not_that_of_its_district() -> None:
    units = ("国家税务总局长沙市税务局", "国家税务总局长沙市天心区税务局", "区税务局", "市税务局")
    found = resolved(Gazette().names(*units))
    assert {"区税务局", "国家税务总局长沙市天心区税务局"} <= names(found, "区税务局")
    assert {"市税务局", "国家税务总局长沙市税务局"} <= names(found, "市税务局")
    assert names(found, "区税务局").isdisjoint(names(found, "市税务局"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国家外汇管理局湖南省分局", "国家矿山安全监察局湖南省分局"),
        ("国家税务总局长沙市稽查局", "国家外汇管理局长沙市稽查局"),
        ("国家统计局长沙市调查队", "国家税务总局长沙市税务局"),
    ],
)
def test_what_two_central_agencies_have_in_a_place_is_two_bodies(one: str, other: str) -> None:
    assert other not in names(resolved(Gazette().names(one, other)), one)


def one_list(*units: str) -> Gazette:
    """Units that answer for one item."""
    gazette = Gazette().names(*units)
    first = gazette.leads(units[0], "深化审批改革")
    for unit in units[1:]:
        gazette.add(
            Relation.ASSISTS,
            (Kind.DEPARTMENT, unit),
            (Kind.TASK, "深化审批改革"),
            "配合单位",
            "2021-03-01",
            thing_at=first.object.start,
        )
    return gazette


def test_a_name_that_lost_a_character_is_the_whole_one_even_in_one_list() -> None:
    assert names(resolved(one_list("区市场监督管理局", "区场监督管理局")), "区场监督管理局") == {
        "区市场监督管理局",
        "区场监督管理局",
    }
    assert names(resolved(one_list("区教育局", "区教育和体育局")), "区教育局") == {"区教育局"}


def test_the_end_of_a_standard_name_is_proposed() -> None:
    found = resolved(one_list("区生态环境分局", "区环境分局"))
    assert names(found, "区环境分局") == {"区环境分局"}
    assert [proposal.why.code for proposal in found.proposals] == ["end_of_name"]


def test_a_branch_of_a_bank_under_two_ranks_is_proposed() -> None:
    found = resolved(Gazette().names("人行云湖区分行", "中国人民银行云湖支行", "中国人民银行石桥支行"))
    assert [proposal.why.code for proposal in found.proposals] == ["one_function"]
    assert names(found, "人行云湖区分行") == {"人行云湖区分行"}


def test_a_firm_is_not_another_by_letters_alone() -> None:
    found = resolved(Gazette().names("云湖公司", "云湖投资公司"))
    assert names(found, "云湖公司") == {"云湖公司"}
    assert [proposal.why.code for proposal in found.proposals] == ["firm_by_letters"]


def test_the_party_group_of_one_body_is_one_and_the_body_is_not_it() -> None:
    gazette = Gazette().notice()
    gazette.holds("高长林", "区人民政府办公室党组", "成员", "2021-03-01")
    gazette.holds("郝小川", "区政府办公室党组", "成员", "2022-03-01")
    gazette.holds("石磊", "区政府办公室", "主任", "2022-03-01")
    found = resolved(gazette)
    assert names(found, "区政府办公室党组") == {"区政府办公室党组", "区人民政府办公室党组"}
    assert [part.why.code for part in found.parts] == ["names_its_whole"]


def test_what_stands_in_brackets_alone_is_proposed() -> None:
    gazette = Gazette().notice()
    for unit in ("区运输管理所", "公运办"):
        gazette.add(
            Relation.LEADS,
            (Kind.DEPARTMENT, unit),
            (Kind.TASK, "整顿客运秩序"),
            "责任单位",
            "2021-03-01",
            quote="整顿客运秩序 区运输管理所 (公运办)",
        )
    assert [proposal.why.code for proposal in resolved(gazette).proposals] == ["in_brackets"]


def project(name: str, text: str, notice: str) -> Gazette:
    gazette = Gazette(f"{notice}.txt").notice(notice)
    gazette.leads("区科经局", text)
    item: Fact = gazette.facts[0]
    gazette.facts.append(
        Fact(
            Relation.CONCERNS,
            item.object,
            gazette.add(Relation.CONCERNS, (Kind.TASK, text), (Kind.PROJECT, name)).object,
            item.evidence,
            "tests",
        )
    )
    del gazette.facts[1]
    return gazette


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("荆城南园", "郝城南园", True), ("东城科技园", "西城科技园", False), ("一号基地", "二号基地", False)],
)
def test_a_project_in_the_same_item_printed_again(left: str, right: str, same: bool) -> None:
    found = resolved(project(left, f"加快{left}提档升级", "a"), project(right, f"加快{right}提档升级", "b"))
    assert (right in names(found, left)) is same


@pytest.mark.parametrize("entry", word_entries("national.toml", "issuer"))
def test_titles_of_national_issuers(entry: WordsEntry) -> None:
    assert is_national(entry.example, "430103")
    assert not is_national(entry.counterexample, "430103")


@pytest.mark.parametrize("entry", word_entries("national.toml", "sort"))
def test_sorts_of_national_texts(entry: WordsEntry) -> None:
    assert is_national(entry.example, "430103")
    assert not is_national(entry.counterexample, "430103")


@pytest.mark.parametrize(
    "title",
    [
        "〈环境保护法〉",
        "《中华人民共和国环境保护法》",
        "环境保护法",
        "<环境保护法>",
        "《信访工作条例》",
        "国务院关于加强法治建设的意见",
    ],
)
def test_a_national_text_has_one_key_in_every_jurisdiction(title: str) -> None:
    assert title_key(title, "430103") == title_key(title, "420117")
    assert (
        title_key("湖南省消防条例", "430103")
        == title_key("《湖南省消防条例》", "430102")
        != title_key("消防条例", "430102")
    )


def test_national_texts_are_one_cluster_and_local_ones_are_not() -> None:
    gazettes = [Gazette("a.txt", "430103").notice(), Gazette("b.txt", "420117").notice()]
    for gazette in gazettes:
        for title in ("环境保护法", "政府投资项目管理办法"):
            gazette.add(
                Relation.CITES, (Kind.POLICY, f"{gazette.doc}〔2021〕3号"), (Kind.POLICY, title), "根据", "2021-03-01"
            )
    found = resolved(*gazettes)
    texts = [c for c in found.of_kind(Kind.POLICY) if c.name in ("环境保护法", "政府投资项目管理办法")]
    assert sorted((c.key.split("-")[0], c.name) for c in texts) == [
        ("420117", "政府投资项目管理办法"),
        ("430103", "政府投资项目管理办法"),
        ("CN", "环境保护法"),
    ]


def test_one_number_of_two_counties_is_two_documents() -> None:
    gazettes = [Gazette("a.txt", "430103").notice(), Gazette("b.txt", "420117").notice()]
    for gazette in gazettes:
        for number in ("云政办〔2021〕3号", "云政办〔2021〕4号"):
            gazette.add(
                Relation.ISSUED, (Kind.DEPARTMENT, "区人民政府办公室"), (Kind.POLICY, number), None, "2021-03-01"
            )
        gazette.add(
            Relation.CITES, (Kind.POLICY, "云政办〔2021〕4号"), (Kind.POLICY, "国办发〔2020〕9号"), "根据", "2021-03-01"
        )
    keys = sorted(cluster.key for cluster in resolved(*gazettes).of_kind(Kind.POLICY))
    assert keys == [
        "420117/云政办(2021)3号",
        "420117/云政办(2021)4号",
        "430103/云政办(2021)3号",
        "430103/云政办(2021)4号",
        "国办发(2020)9号",
    ]
