"""Named projects in the texts of items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.formats.projects.notice import names_in
from extract.formats.projects.words import left_over
from extract.lexicon import WordsEntry, table


def names(text: str) -> list[str]:
    return [name.name for name in names_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # works wherever they are named (seen: 000)
        ("加快阳逻国际港集装箱铁水联运工程建设,打造水铁联运枢纽。", ["阳逻国际港集装箱铁水联运工程"]),
        ("实施“家门口”就业工程。", ["“家门口”就业工程"]),
        ("依托正威集团华中总部项目,发展新材料产业。", ["正威集团华中总部项目"]),
        # kinds of works, fields of sport, those who take part in works: no names
        ("配合做好有关防火防虫重点工程建设工作。", []),
        ("开展马拉松、武术、自行车等项目赛事。", []),
        ("组织水泵厂商、电缆厂商等项目相关单位施工。", []),
        ("扶持农产品加工产业集聚区,同时审理口岸项目。", []),
        ("用好现代林业产业园,整治部分园区。", []),
        # facilities only where they are built
        ("加快推进江北铁路新洲段的全线竣工,谋划推进向黄州方向延伸。", ["江北铁路新洲段"]),
        ("启动建设区档案馆,加强文化遗产保护。", ["区档案馆"]),
        ("全面建成“五路八桥”。", ["“五路八桥”"]),
        ("发挥青石大桥作用,完善会展中心功能。", []),
        # shared tails
        ("完成区人民医院、区疾控中心整体迁建项目。", ["区人民医院整体迁建项目", "区疾控中心整体迁建项目"]),
        ("整体迁建旧街、仓埠、汪集3个中心卫生院;", ["旧街中心卫生院", "仓埠中心卫生院", "汪集中心卫生院"]),
        ("开展黄坪片区和东山地区管网改造等工程。", ["黄坪片区管网改造", "东山地区管网改造"]),
        # a list that counts what it lists; the last of several phases says what all of them are
        ("建成投用松里、盐坪、岱山浦口等3家卫生院。", ["松里卫生院", "盐坪卫生院", "岱山浦口卫生院"]),
        ("开工建设石门镇、沙站镇等2家中心敬老院。", ["石门镇中心敬老院", "沙站镇中心敬老院"]),
        ("加快石门、盐坪等5个行政村建设。", []),
        ("实施柳溪河二期、石沟一期生态河治理工程。", ["柳溪河二期生态河治理工程", "石沟一期生态河治理工程"]),
        # works of water; what is only the main part of the works; land for a project
        ("完成松河泵站和盐江水闸主体工程,开工建设盐江河控制闸。", ["松河泵站", "盐江水闸", "盐江河控制闸"]),
        ("动建石光人行隧道工程。", ["石光人行隧道工程"]),
        ("完成岚溪冷轧厂房项目60.5亩供地工作。", ["岚溪冷轧厂房项目"]),
        ("推进房屋建筑工程招标,建设协同服务及应用示范基地。", []),
        # a list closed by 等项目 or 落地开工
        ("加快宏远重工、九鼎新材料等项目建设。", ["宏远重工", "九鼎新材料"]),
        ("推进云岭主题公园、中储粮西南区域总部落地开工。", ["云岭主题公园", "中储粮西南区域总部"]),
        ("推进宏远、九鼎重工、金海等高端商服项目建设。", ["宏远", "九鼎重工", "金海"]),
        ("严格审批林地占用、树木采伐、修剪等项目。", []),
        # what stands beside names of its kind; a prefix written once; phases that share their name
        ("加速柳河新城、卫星新城建设。", ["柳河新城", "卫星新城"]),
        ("规划建设县图书馆、文化馆、档案馆。", ["县图书馆", "文化馆", "档案馆"]),
        ("全面建成宏远电商产业园二、三期。", ["宏远电商产业园二期", "宏远电商产业园三期"]),
        ("建成柳河高速连接线一期。", ["柳河高速连接线一期"]),
        ("加速建设生态化柳河新城。", ["柳河新城"]),
        ("建成万达广场主体工程、天有集团育才美术高中并启动招生。", ["万达广场", "天有集团育才美术高中"]),
        # a number of stages is no site; what may not be built is no project
        ("调整为前期准备、竣工验收两个阶段。", []),
        ("不再新建柳河化工项目。", []),
        ("推进招商引资一号工程,安排省“五个一百工程”服务业重大项目。", []),
        ("打造爱国主义教育基地,创建万亩水生蔬菜基地,建设一站式邻里中心。", []),
        ("助推万达广场等企业建设网上商场。", []),
        ("深入推进服务业“小进规”工程,完成柳河工业园区循环化改造。", ["服务业“小进规”工程", "柳河工业园区"]),
        # a list that goes on after a comma is built, and closed by 等项目, with the one that opens it
        (
            "加快推进江北高速、柳溪高速安山段,安山长江大桥、柳溪黄石长江大桥,安山煤炭储备基地一期等项目建设。",
            ["江北高速", "柳溪高速安山段", "安山长江大桥", "柳溪黄石长江大桥", "安山煤炭储备基地一期"],
        ),
        # what goes with a tunnel is no project of its own; a body with a quoted project is one name
        ("贯通盐坪山隧道及接线工程。", ["盐坪山隧道及接线工程"]),
        ("推进安山县人民医院“急症能力提升建设项目”。", ["安山县人民医院“急症能力提升建设项目”"]),
        # said of a project that it goes on; a kind of works at a kind of place is none
        ("建设创远轨道交通项目正式投产、达川短保食品项目即将竣工。", ["创远轨道交通项目", "达川短保食品项目"]),
        ("推进中小学校护眼灯光工程、敬老院电梯加装工程。", []),
        ("改造完成G307、S211等国道。", ["G307", "S211"]),
        # road numbers
        ("推进G356柳河段改造,加快S118刘大公路改扩建工程。", ["G356柳河段", "S118刘大公路改扩建工程"]),
        # the list of one that has a name of its own lists projects; without one, kinds
        ("加快绿色建材产业园、宏远重工、智能制造研究院等项目建设。", ["绿色建材产业园", "宏远重工", "智能制造研究院"]),
        ("加快产业园、人才公寓、老旧小区改造等项目建设。", []),
        # roads by number or direction, bridges, a section in brackets
        ("建成文昌北路、东湖三路等道路。", ["文昌北路", "东湖三路"]),
        ("启动建设云台大街。完成国省干线危桥改造2座。", ["云台大街"]),
        ("完成S201青云线石河桥危桥改造。", ["S201青云线石河桥"]),
        ("推进环城高速东山至柳河段(南段)、柳河大桥等重点工程建设。", ["环城高速东山至柳河段(南段)", "柳河大桥"]),
        ("推进云岭能源投资有限公司铁路专用线建成投运。", ["云岭能源投资有限公司铁路专用线"]),
        ("完成210国道石河大桥工程(东山段)工程60%建安工程量。", ["210国道石河大桥工程(东山段)"]),
        ("推进G241云岭至石门段改建。", ["G241云岭至石门段"]),
        # what stands in brackets after the type word is no part of the name
        ("启动S118青云路改扩建工程(纳入重点工程管理)。", ["S118青云路改扩建工程"]),
        # a phase is the phase of something
        ("推进国家粮食储备基地二期工程建设。", ["国家粮食储备基地二期工程"]),
        # a name in quotation marks that is a site
        ("推动“云岭·数字经济产业园”建设。", ["“云岭·数字经济产业园”"]),
        ("建设“返乡创业示范园”3个。", []),
        # what others build
        ("积极融入江城国际会展中心建设。对标4.0园区,深化改革。", []),
        # the piece that lends its tail is named too
        ("加快柳河、白云道路管网改造。", ["柳河道路管网改造", "白云道路管网改造"]),
        # a site in what it does, a description before the name, a word of building after 的
        ("扩大柳河基金产业基地辐射能级,推动白马工业园腾笼换鸟。", ["柳河基金产业基地", "白马工业园"]),
        ("打造具有全国影响力的柳河基金产业基地。", ["柳河基金产业基地"]),
        ("推进柳河火车站的工程进度,服务好融达1890产业社区等项目建设。", ["柳河火车站", "融达1890产业社区"]),
        ("建成柳河通健康城,加快白马艺术区建设。", ["柳河通健康城", "白马艺术区"]),
        # kinds, collective headings, titles to be won, actions, descriptions with 的
        ("参与城际高速铁路建设,策划一批应急装备、军民融合项目,推进交通拥堵节点工程改造。", []),
        ("建设“医疗、养老、创业”六大中心,依托博览中心和周边配套项目发展。", []),
        ("指导区政务服务局编制区级政务信息化项目年度计划。", []),
        ("建设具有国际影响力的航运枢纽。", []),
        ("清理违法违规项目,抓实项目建设,建设智慧城市运行中心。", []),
        ("新建公办幼儿园40所,改善农村公路。", []),
        ("推进三大新城建设,实施绿化提升行动。", []),
        ("争创国家级高新区,推进高标准农田建设工程。", []),
        ("建设华中地区最大的跨境电商产业园。", []),
    ],
)
def test_names_of_projects(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_short_form_of_a_name_found_before_is_a_name() -> None:
    assert names("依托武汉国家航天产业基地发展。推进航天基地建设。") == ["武汉国家航天产业基地", "航天基地"]


def test_a_list_of_short_forms_names_projects_where_two_of_them_are_known() -> None:
    before = "加快宏远重工、九鼎新材料等项目建设。"
    assert names(before + "推进宏远、九鼎、力恒等项目进度。")[2:] == ["宏远", "九鼎", "力恒"]
    assert names("推进宏远、九鼎、力恒等项目进度。") == []


def test_a_name_put_together_is_not_printed() -> None:
    assert [name.printed for name in names_in("迁建桃源、白云2个中心卫生院。")] == [False, False]


@pytest.mark.parametrize("section", ["works", "facility", "build"])
def test_entries_recognise_their_example_and_not_their_counterexample(section: str) -> None:
    for entry in table("duties", section, WordsEntry):
        assert names(entry.example), entry.example
        assert not names(entry.counterexample), entry.counterexample


def test_plain_words_leave_nothing_of_a_kind_and_something_of_a_name() -> None:
    for entry in table("duties", "plain", WordsEntry):
        assert left_over(entry.example) < 2, entry.example
        assert left_over(entry.counterexample) >= 2 or "“" in entry.counterexample, entry.counterexample


WORDS_OF_PROJECTS = [
    "建设",
    "柳河",
    "大桥",
    "、",
    "和",
    "等项目",
    "“",
    "”",
    "整体迁建项目",
    "3个",
    "卫生院",
    ",",
    "区",
    "医院",
    "(一期)",
    "的",
    "推进",
    "工程",
    "G318",
]


@given(st.lists(st.sampled_from(WORDS_OF_PROJECTS), max_size=25).map("".join))
def test_names_stand_where_they_say(text: str) -> None:
    for name in names_in(text):
        assert 0 <= name.start < name.end <= len(text)
        assert not name.printed or text[name.start : name.end] == name.name
