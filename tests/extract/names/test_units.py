"""Lists of units: what stands in brackets, cells and clauses becomes single bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean import clean
from extract.facts import Kind
from extract.lexicon import WordsEntry, table
from extract.names.units import breaks, kind_beside, unit_list


def names(text: str, *, labelled: bool = True) -> list[str]:
    return [unit.name for unit in unit_list(text, 0, len(text), labelled=labelled).units]


def sets(text: str) -> list[str]:
    return [text[start:end] for start, end in unit_list(text, 0, len(text), labelled=True).aggregates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # separators (seen: 000, a comma or a semicolon among 、)
        ("区住建局、区科经局,阳逻开发区", ["区住建局", "区科经局", "阳逻开发区"]),
        ("县教育局;县财政局/县人社局", ["县教育局", "县财政局", "县人社局"]),
        # the number of a row, and what says only that a body is one of the house
        ("1区城投公司、2.区水利局", ["区城投公司", "区水利局"]),
        ("部内政策司、科技司、部内有关司局", ["政策司", "科技司"]),
        # a shared prefix stays bare
        ("市发展改革委、国土规划委、住房城乡建设委", ["市发展改革委", "国土规划委", "住房城乡建设委"]),
        # a shared tail is given back
        ("漳州、泉州、宁德市人民政府", ["漳州市人民政府", "泉州市人民政府", "宁德市人民政府"]),
        ("白石乡、清水镇、临江镇人民政府", ["白石乡人民政府", "清水镇人民政府", "临江镇人民政府"]),
        ("旧街、李集街道办事处", ["旧街街道办事处", "李集街道办事处"]),
        ("市审批局市司法局、县市场监管局", ["市审批局", "市司法局", "县市场监管局"]),
        ("省财政厅、省民政厅等省级主管部门（单位）".replace("（", "(").replace("）", ")"), ["省财政厅", "省民政厅"]),
        ("大垸、荒湖管理区", ["大垸管理区", "荒湖管理区"]),
        ("东山社区、第十片区", ["东山社区", "第十片区"]),
        ("柳泉高新区党工委和管委会", ["柳泉高新区党工委", "柳泉高新区管委会"]),
        ("临江、双桥、新河三镇", ["临江镇", "双桥镇", "新河镇"]),
        ("区发改、财政、住建局", ["区发改局", "财政局", "住建局"]),
        # bodies in brackets, also several; explanations fall away
        ("区政府办公室(研究室、扶贫办)", ["区政府办公室", "研究室", "扶贫办"]),
        ("区财政局(区金融办)、区税务局", ["区财政局", "区金融办", "区税务局"]),
        ("县供销社(含基层社)、县商务局", ["县供销社", "县商务局"]),
        ("武汉临港(阳逻)经济开发区管委会", ["武汉临港(阳逻)经济开发区管委会"]),
        ("县法院、(立案庭、办公室)、县司法局(法制股)", ["县法院", "立案庭", "办公室", "县司法局", "法制股"]),
        ("县卫健局,各乡镇卫生院、社区卫生服务中心", ["县卫健局"]),
        # 和 and 及 divide two bodies, never one name
        ("区教育局和区体育局", ["区教育局", "区体育局"]),
        ("区政府办、区信访局及相关部门", ["区政府办", "区信访局"]),
        ("区水务和湖泊局、区委机要和保密局", ["区水务和湖泊局", "区委机要和保密局"]),
        ("区企业和人才服务中心", ["区企业和人才服务中心"]),
        # 等 at the end, and inside
        ("双柳街等", ["双柳街"]),
        ("市财政局等7个部门", ["市财政局"]),
        ("区农经局等单位和相关街镇", ["区农经局"]),
        ("区大数据中心等区防范和处置非法集资工作领导小组成员单位和各街镇", ["区大数据中心"]),
        # bodies of the State Council, banks, customs, mass organisations, never seen names by structure
        ("发展改革委、财政部、人民银行", ["发展改革委", "财政部", "人民银行"]),
        ("瑞宁海关、团州委、旗妇联", ["瑞宁海关", "团州委", "旗妇联"]),
        ("江北投发、地铁集团", ["江北投发", "地铁集团"]),
        # governments and branches that the list writes once
        ("省财政厅、临水县、青溪县人民政府", ["省财政厅", "临水县人民政府", "青溪县人民政府"]),
        ("华能、大唐、国家能源集团云东分公司", ["华能云东分公司", "大唐云东分公司", "国家能源集团云东分公司"]),
        # 和 inside the name of a body with two fields
        ("市财政局、市文化广电和旅游局等", ["市财政局", "市文化广电和旅游局"]),
        # a word about the list is no part of a name; the office of a group is a body
        ("县公安局、县住建局分办", ["县公安局", "县住建局"]),
        ("县政协、县美协和书协", ["县政协", "县美协", "书协"]),  # 协和 is in none of them
        ("物联网与软件学院、土木学院", ["物联网与软件学院", "土木学院"]),
        ("县河长办、县水利局", ["县河长办", "县水利局"]),
        # a town of such a name is one; all of them are a set
        ("县农业农村局、沿江乡人民政府、沿河镇", ["县农业农村局", "沿江乡人民政府", "沿河镇"]),
        ("县农业农村局、沿河乡镇", ["县农业农村局"]),
        # sets
        ("省水利厅,各市、州、直管市人民政府", ["省水利厅"]),
        ("州水利局、清溪沿线县市河长办", ["州水利局"]),
    ],
)
def test_a_list_becomes_its_bodies(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各街镇(含开发区管委会、风景旅游区管理处,下同)", ["各街镇"]),
        ("各市、县(市、区)人民政府,省财政厅", ["各市、县(市、区)人民政府"]),
        ("各镇、街道,各有关部门", ["各镇、街道", "各有关部门"]),
        ("沿江、沿河各街道", ["沿江、沿河各街道"]),
        ("各沿江、沿河街道", ["各沿江、沿河街道"]),
        ("发改、财政、住建等部门", ["发改、财政、住建等部门"]),
        ("各市州人民政府、省直有关单位", ["各市州人民政府", "省直有关单位"]),
        ("县级以上人民政府", ["县级以上人民政府"]),
    ],
)
def test_sets_without_a_name_are_kept_apart(text: str, expected: list[str]) -> None:
    assert sets(text) == expected


def test_a_name_put_together_has_no_offsets() -> None:
    units = unit_list("旧街、李集街道办事处", 0, 10).units
    assert [unit.has_offsets for unit in units] == [False, True]


def test_without_a_label_an_unknown_name_is_the_rest() -> None:
    listed = unit_list("江北投发、区教育局", 0, 9)
    assert ([unit.name for unit in listed.units], listed.rest) == (["区教育局"], [(0, 4)])


@pytest.mark.parametrize("text", ["同上", "同前", "见上", "待定", "暂无"])
def test_a_word_that_points_elsewhere_names_no_body(text: str) -> None:
    listed = unit_list(f"县投发、{text}", 0, 4 + len(text), labelled=True)
    assert ([unit.name for unit in listed.units], listed.rest) == (["县投发"], [(4, 4 + len(text))])


def test_a_layout_space_divides_two_bodies() -> None:
    text = clean("区科经局 区商务局\t建发公司")
    units = unit_list(text.text, 0, len(text), gaps=breaks(text), labelled=True).units
    assert [unit.name for unit in units] == ["区科经局", "区商务局", "建发公司"]


def test_a_management_office_among_streets_is_a_street() -> None:
    assert kind_beside("道观河管理处", Kind.DEPARTMENT, [Kind.STREET]) is Kind.STREET
    assert kind_beside("市公路管理处", Kind.DEPARTMENT, [Kind.STREET]) is Kind.DEPARTMENT
    assert unit_list("南甸镇、岗底河管理处", 0, 10).units[1].kind is Kind.STREET


@pytest.mark.parametrize("entry", table("duties", "field", WordsEntry), ids=lambda entry: entry.example)
def test_fields_take_the_organ_that_the_list_writes_once(entry: WordsEntry) -> None:
    assert all(name.endswith("局") for name in names(entry.example))
    listed = unit_list(entry.counterexample, 0, len(entry.counterexample), labelled=True)
    assert all(unit.has_offsets for unit in listed.units)


@given(st.text(alphabet="区市县街镇局委办各等和及、,;()教育财政发改阳逻柳 ", max_size=40))
def test_units_stand_in_their_text_in_order(text: str) -> None:
    listed = unit_list(text, 0, len(text), labelled=True)
    for unit in listed.units:
        assert 0 <= unit.start < unit.end <= len(text)
        assert not unit.has_offsets or text[unit.start : unit.end] == unit.name
    assert [u.start for u in listed.units] == sorted(u.start for u in listed.units)


def test_words_of_an_item_that_run_into_a_list_are_no_units() -> None:
    text = "县财政局、汉阳投发、严控接待、培训费、节俭办一切活动、降低成本"
    listed = unit_list(text, 0, len(text), labelled=True)
    assert [unit.name for unit in listed.units] == ["县财政局", "汉阳投发"]
    assert [text[start:end] for start, end in listed.rest] == ["严控接待", "培训费", "节俭办一切活动", "降低成本"]


def test_a_number_before_the_shared_tail_is_no_part_of_the_last_name() -> None:
    assert [unit.name for unit in unit_list("白石、柳河两区政府", 0, 9).units] == ["白石区政府", "柳河区政府"]
    assert unit_list("三县四区政府", 0, 6).units == []
