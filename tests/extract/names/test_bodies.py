import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Kind
from extract.names.bodies import ends_like_body, is_aggregate, kind_of_body

D, S, G = Kind.DEPARTMENT, Kind.STREET, Kind.GROUP

CASES = [
    # agencies of every level
    ("省发展和改革委员会", D), ("县卫健局", D), ("国务院办公厅", D), ("海洋事务部", D), ("国家粮食储备局", D),
    ("云川省人民政府", D), ("自治区党委", D), ("区委组织部", D), ("县纪委监委", D), ("旗农牧和科技局", D),
    ("青禾县人民法院刑事审判庭", D), ("省人民检察院", D), ("市总工会", D), ("团县委", D), ("县残联", D),
    ("中国人民银行白石县支行", D), ("临江市城市建设投资集团有限公司", D), ("县第二中学", D), ("市中心医院", D),
    ("柳河二中", D), ("县三小", D), ("师大附中", D), ("统一中", None), ("第三中", None), ("其中", None), ("从小", None),
    ("区国有资产监督管理委员会", D), ("县建设和管理委员会", D), ("港澳台侨委员会", D), ("内务司法工作委员会", D), ("电子工程系", D), ("青石景区管理委员会", S), ("县人大常委会", D), ("第二十师", D), ("二百团", D),
    # streets and towns, with the organs that act for them; their centres are departments
    ("古渡街道", S), ("古渡街", S), ("古渡街道办事处", S), ("青龙镇", S), ("青龙镇人民政府", S), ("巴音苏木", S),
    ("云岭高新区", S), ("云岭高新区管委会", S), ("翠湖风景旅游区管理处", S), ("古渡街道党工委", S), ("青龙镇党委", S),
    ("云岭经济技术开发区管理委员会", S), ("古渡街道综合执法中心", D), ("古渡街道纪工委", D), ("区直机关工委", D),
    ("云岭开发区经济发展部", D),
    # groups, and their offices
    ("县乡村振兴工作领导小组", G), ("防汛抗旱指挥部", G), ("区安全生产委员会", G), ("市消防安全委员会", G),
    ("县妇女儿童工作委员会", G), ("招商引资专班", G), ("部门联席会议", G), ("县文物管理委员会", G), ("县安委会", G),
    ("县安委会办公室", D), ("县乡村振兴工作领导小组办公室", D), ("市防汛抗旱指挥部办公室", D),
    # no name of a body
    ("全部", None), ("全区", None), ("街道", None), ("局", None), ("推进会", None), ("区财政局,区审计局", None), ("", None),
    ("丁力(县司法局副局长)石磊(县公安局副局长)孟川所在县教育局", None), ("石磊兼任办公室", None),
    ("各街镇", None), ("有关部门", None),
    ("防汛领导小组下设办公室", None),
    ("石磊同志任办公室", None),
    ("初三年级长兼总务处", None),
    ("凭祥市水利局", D), ("局机关各股室", None), ("局属各单位", None), ("现场申报", None), ("工作部署", None), ("柳河日报", D), ("一级建设控制区", None), ("受理机关", None),
    ("凭证件到县教育局", None), ("登录省水利厅网站", None), ("按照“学校", None), ("申请人持原件到县学历认证中心", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_a_name_is_of_the_kind_that_its_ending_says(name: str, kind: Kind | None) -> None:
    assert kind_of_body(name) is kind


@pytest.mark.parametrize(
    "name",
    ["各街镇", "各乡(镇)人民政府", "有关部门", "相关单位", "区直有关单位", "区安委会成员单位", "民主党派", "驻区部队",
     "其他成员单位", "各责任单位", "县直各部门", "辖区金融机构", "区属国有企业", "学校", "各学校", "中小学校", "全县中小学校",
     "辖区内各类学校", "民办学校", "区属学校", "城区学校", "义务教育阶段学校", "大中专学校"],
)  # fmt: skip
def test_a_set_of_bodies_without_a_name_is_an_aggregate(name: str) -> None:
    assert is_aggregate(name)


@pytest.mark.parametrize(
    "name",
    ["区教育局", "各界联合会", "县机关事务服务中心", "武警部队", "区民政局", "涉外事务办公室", "区行政学校", "县特殊教育学校",
     "青禾县职业技术学校", "市第二实验学校", "古渡街学校"],
)  # fmt: skip
def test_a_body_is_no_aggregate(name: str) -> None:
    assert not is_aggregate(name)


@given(st.text(max_size=40))
def test_what_has_a_kind_ends_like_a_body_or_says_so_otherwise(name: str) -> None:
    if kind_of_body(name) is Kind.STREET:
        assert ends_like_body(name)


@pytest.mark.parametrize("name", ["XXX省政府", "副厅长XXX省财政厅党组", "××县水利局"])
def test_what_masks_a_name_is_no_part_of_a_body(name: str) -> None:
    assert kind_of_body(name) is None
