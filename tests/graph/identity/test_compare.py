from typing import Any

import pytest

from graph.identity.compare import body_name
from graph.identity.likeness import (
    is_first_part,
    is_last_part,
    is_short_form,
    misprint_of,
    one_agency,
    renamed,
    slip,
    slip_of,
)
from graph.lexicon import bodies, functions, look_alike, reforms
from tests.graph.identity_facts import DISTRICT

SAME = [
    ("区发改局", "区发展和改革局"),
    ("区人社局", "天心区人力资源和社会保障局"),
    ("区政府办", "长沙市天心区人民政府办公室"),
    ("区政府国有资产监督管理局", "区国资监管局"),
    ("区委编办", "区编办"),
    ("区委统战部", "统战部"),
    ("区检察院", "区人民检察院"),
    ("市公安局天心区分局", "区公安分局"),
    ("自然资源和规划天心分局", "市自然资源规划局天心分局"),
    ("区政府办公室(金融办)", "区政府办公室"),
    ("城南路街", "城南路街道办事处"),
    ("大托镇", "大托镇人民政府"),
    ("天心区人民政府坡子街街道办事处", "坡子街街道"),
    ("省政府", "湖南省人民政府"),
    ("区政协办", "政协长沙市天心区委员会办公室"),
    ("团区委", "共青团长沙市天心区委员会"),
]
DIFFERENT = [
    ("区发改局", "市发改局"),
    ("区委办", "区政府办"),
    ("区委", "区政府"),
    ("区法院", "区检察院"),
    ("区科经局", "区科经局党组"),
    ("坡子街道", "坡子街道党工委"),
    ("大托镇", "大托开发区"),
    ("区教育局", "区委教育工委"),
    ("区安委会", "区安委办"),
    ("区财政局", "岳麓区财政局"),
    ("区人民医院", "区人民法院"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_forms_of_one_name_have_one_identity(left: str, right: str) -> None:
    assert body_name(left, DISTRICT).identity == body_name(right, DISTRICT).identity


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_of_two_bodies_have_two_identities(left: str, right: str) -> None:
    assert body_name(left, DISTRICT).identity != body_name(right, DISTRICT).identity


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("区文旅局", "区文化广电和旅游局", True),
        ("区企人中心", "区企业和人才服务中心", True),
        ("区消安委", "区消防安全委员会", True),
        ("区水务局", "区水务和湖泊局", False),  # nothing of the second part
        ("区教育局", "区教育和体育局", False),  # 育 stands in both parts, but the first is printed whole
        ("区人才中心", "区企业和人才服务中心", False),  # begins elsewhere
        ("区国管局", "区国有资产监督管理局", False),  # the standard short form of another function
        ("区园林办", "区园林和林业局", False),  # another ending
        ("区财政局", "区财政金融局", False),  # nothing of the second word
        ("区公路局", "区公路管理局", True),  # 管理 says little
        ("区大数据局", "区大数据管理局", True),
        ("区公积金中心", "区公积金管理中心", True),
        ("区东湖管理处", "区东西湖管理处", False),  # another place
        ("市第二人民医院", "市第十二人民医院", False),  # another number
        ("国家教委", "国家教材委员会", False),  # the standard short form of another function
        ("海云市委", "海云市国资委", False),
        ("中国人民银行", "中国人民银行临江分行", False),
        ("盐业总公司安山市烟草局", "盐业总公司安山市桥东区烟草局", False),  # a place more
    ],
)
def test_a_short_form_keeps_some_of_each_part(short: str, full: str, fits: bool) -> None:
    assert is_short_form(body_name(short, DISTRICT), body_name(full, DISTRICT)) is fits


def test_the_first_part_alone_is_told_apart_from_a_short_form() -> None:
    assert is_first_part(body_name("区水务局", DISTRICT), body_name("区水务和湖泊局", DISTRICT))
    assert not is_first_part(body_name("区湖泊局", DISTRICT), body_name("区水务和湖泊局", DISTRICT))


def test_the_last_part_alone_and_the_parts_of_a_standard_short_form() -> None:
    assert is_last_part(body_name("区房管局", DISTRICT), body_name("区住房保障和房屋管理局", DISTRICT))
    assert is_first_part(body_name("区人力资源局", DISTRICT), body_name("区人社局", DISTRICT))
    assert not is_last_part(body_name("非税收入科", DISTRICT), body_name("契税和非税收入科", DISTRICT))


def test_a_doubled_character_or_an_ending_put_in_makes_the_longer_name_the_misprint() -> None:
    full = body_name("区自然资源和规划局", DISTRICT)
    assert misprint_of(body_name("区自然资源局和规划局", DISTRICT), full)
    assert misprint_of(body_name("区自然资源源和规划局", DISTRICT), full)
    assert not misprint_of(body_name("区自然资源保护和规划局", DISTRICT), full)


def test_committee_and_bureau_are_one_only_for_functions_with_one_agency() -> None:
    assert one_agency(body_name("区卫健委", DISTRICT), body_name("区卫生健康局", DISTRICT))
    assert not one_agency(body_name("区审计委", DISTRICT), body_name("区审计局", DISTRICT))


def test_a_reform_renames_one_to_one() -> None:
    assert renamed(body_name("县环保局", "430121"), body_name("县生态环境局", "430121")) == "2018"
    assert renamed(body_name("县生态环境局", "430121"), body_name("县环保局", "430121")) is None


def test_a_ministry_is_renamed_wherever_it_is_named() -> None:
    assert renamed(body_name("农业部", DISTRICT), body_name("农业农村部", DISTRICT)) == "2018"
    assert renamed(body_name("安监部", DISTRICT), body_name("应急管理部", DISTRICT)) is None  # of a firm


@pytest.mark.parametrize(
    ("variant", "target"),
    [
        ("区农村农业局", "区农业农村局"),
        ("区文化和旅游游局", "区文化和旅游局"),
        ("区住房和城乡规划建设局", "区住房和城乡建设局"),
        ("区场监督管理局", "区市场监督管理局"),
    ],
)
def test_slips_are_seen_as_slips(variant: str, target: str) -> None:
    assert slip(body_name(variant, DISTRICT), body_name(target, DISTRICT))


@pytest.mark.parametrize(
    ("variant", "target"),
    [
        ("市第一中学", "市第十一中学"),  # a number
        ("市第二人民医院", "市第十二人民医院"),
        ("市第十二中学", "市第二十中学"),  # the same characters in another order
        ("北京奥组委", "北京冬奥组委"),  # a character that makes another body
        ("长江小学", "长江路小学"),
    ],
)
def test_a_character_that_makes_another_body_is_no_slip(variant: str, target: str) -> None:
    assert slip(body_name(variant, DISTRICT), body_name(target, DISTRICT)) is None
    assert slip(body_name(target, DISTRICT), body_name(variant, DISTRICT)) is None


def test_other_bodies_are_no_slips() -> None:
    assert slip(body_name("区商务局", DISTRICT), body_name("区财政局", DISTRICT)) is None
    assert slip_of("甲乙丙丁", "甲乙丙丁") is None


@pytest.mark.parametrize(
    ("left", "right", "alike"), [("己", "已", True), ("茵", "茜", True), ("明", "胜", False), ("军", "明", False)]
)
def test_look_alike_characters(left: str, right: str, alike: bool) -> None:
    assert look_alike(left, right) is alike
    assert look_alike(right, left) is alike


def _own(name: str) -> str:
    return {"县": "430121", "市": "430100"}.get(name[0], DISTRICT)


@pytest.mark.parametrize("entry", [*functions(), *bodies()], ids=lambda e: e.full)
def test_each_entry_of_the_lexicon_keeps_its_example_and_its_counterexample(entry: Any) -> None:
    left, right = (body_name(name, _own(entry.example)) for name in entry.example.split(" = "))
    assert left.identity == right.identity or one_agency(left, right)
    left, right = (body_name(name, _own(entry.counterexample)) for name in entry.counterexample.split(" ≠ "))
    assert left.identity != right.identity
    assert not one_agency(left, right)


@pytest.mark.parametrize("entry", reforms(), ids=lambda e: e.old)
def test_each_reform_keeps_its_example_and_its_counterexample(entry: Any) -> None:
    old, new = (body_name(name, _own(entry.example)) for name in entry.example.split(" → "))
    assert renamed(old, new) == entry.since
    old, new = (body_name(name, _own(entry.counterexample)) for name in entry.counterexample.split(" ≠ "))
    assert renamed(old, new) is None
