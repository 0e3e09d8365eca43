"""Whole stories, from printed texts to the rows of an answer: who held what when, which bodies are one, on both stores.

A story is a few documents of 云岭县, a question with its values, and what its rows say.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from queries.library import find
from queries.run import ask
from tests.local_server import LocalServer
from tests.queries.stories import Story, division, group, items, personnel
from tests.queries.stories_of_work import STORIES_OF_WORK

HEADS_2018 = division(
    "2018-04-12",
    "唐志远代县长:领导县人民政府全面工作,分管县审计局。",
    "沈国梁常务副县长:负责县人民政府常务工作,分管县发展和改革局、县财政局。",
    "顾明辉副县长:主持临湖(白石)经济开发区管委会工作,负责招商引资工作,分管县商务局。",
    "傅雅琴副县长:负责教育、卫生工作,分管县教育局、县卫生健康局。",
)
FLOODS = group("2018-06-21", "防汛工作", "组长:唐志远 县人民政府代县长", "副组长:沈国梁 县委常委、县人民政府常务副县长")
SCHOOLS = group(
    "2021-04-08", "职业教育改革", "组长:唐志远 县人民政府县长", "副组长:葛建平 县委常委、县人民政府常务副县长"
)
QUALITY = group(
    "2022-03-30",
    "质量工作",
    "组长:龚立诚 县人民政府代县长",
    "副组长:葛建平 县人民政府常务副县长",
    "成员:柯振华 县财政局局长",
)
JUNE = personnel(
    "县人民政府于2018年6月29日发出通知,任命:顾明辉同志为白石开发区管委会主任;"
    "免去:骆正刚同志的白石开发区管委会主任职务;傅雅琴同志的县地方志办公室主任职务;柯振华同志的县财政局副局长职务。"
)
PARTY_GROUP = (
    "云岭县人民政府关于陆文远等同志职务任免的通知\n云政任〔2020〕5号\n各乡镇人民政府，县直各部门：\n经研究决定：\n"
    "陆文远同志任云岭县林业局党组成员、副局长；\n严秀兰同志任云岭县林业局局长。\n云岭县人民政府\n2020年3月9日\n"
)

DROUGHT = group(
    "2018-05-06",
    "抗旱工作",
    "组长:唐志远 县人民政府县长",
    "成员:崔立新 白石镇党委书记",
    "柯振华 县商务局局长",
    "骆正刚 县水利局局长",
)
LATER = group(
    "2022-03-30", "节水工作", "组长:唐志远 县人民政府县长", "成员:崔立新 县农业农村局局长", "柯振华 县商务局局长"
)


READING = group(
    "2023-05-10",
    "全民阅读",
    "组长:葛建平 县人民政府常务副县长",
    "成员:柯振华 县财政局局长",
    "骆正刚 县水利局局长",
    "\n领导小组下设办公室，办公室设在县财政局，柯振华同志兼任办公室主任。",
)


TERMS = personnel(
    "县人民政府于2018年5月1日发出通知,任命:傅雅琴同志为县民政局局长;柯振华同志为县财政局副局长。\n\n"
    "县人民政府于2018年6月1日发出通知,免去:傅雅琴同志的县民政局局长职务;柯振华同志的县财政局副局长职务。"
)


STORIES = [
    Story(
        "who has two seats in a group sits in both groups once",
        (QUALITY, READING),
        "in_both_groups",
        {"group": "质量工作", "other": "全民阅读"},
        ("member", "seat", "other_seat"),
        {("葛建平", "副组长", "组长"), ("柯振华", "成员", "成员、办公室主任")},
    ),
    Story(
        "how long one person held a post",
        (TERMS,),
        "tenure_lengths",
        {"official": "傅雅琴", "post": "局长"},
        ("official", "post", "days"),
        {("傅雅琴", "局长", 31)},
    ),
    Story(
        "the office of one group",
        (QUALITY, READING),
        "group_offices",
        {"group": "全民阅读"},
        ("group", "as_printed"),
        {("县全民阅读领导小组", "领导小组下设办公室，办公室设在县财政局，柯振华同志兼任办公室主任。")},
    ),
    Story(
        "who is seen later in another body, though no notice says so; whom a notice only removes is not seen there",
        (DROUGHT, JUNE, LATER),
        "seen_later",
        {},
        ("official", "post_before", "joined_body", "post_after"),
        {("崔立新", "书记", "县农业农村局", "局长")},
    ),
    Story(
        "a post of a bureau and one of its party group",
        (PARTY_GROUP,),
        "career",
        {"official": "陆文远"},
        ("body", "post"),
        {("云岭县林业局", "副局长"), ("云岭县林业局党组", "成员")},
    ),
    Story(
        "a bureau keeps its posts beside its party group",
        (PARTY_GROUP,),
        "state",
        {"body": "云岭县林业局", "on": "2020-03-09"},
        ("relation", "other", "role", "certain"),
        {
            ("holds", "陆文远", "副局长", True),
            ("holds", "严秀兰", "局长", True),
            ("has_part", "云岭县林业局党组", None, True),
        },
    ),
    Story(
        "an executive deputy follows another",
        (HEADS_2018, SCHOOLS),
        "succession",
        {"body": "云岭县人民政府", "post": "常务副县长"},
        ("official", "status", "end_basis", "until", "predecessor"),
        {
            ("沈国梁", "ended_unknown", "successor", "2018-04-12…2021-04-08", None),
            ("葛建平", "ongoing", None, None, "沈国梁"),
        },
    ),
    Story(
        "a chief engineer follows another",
        (
            personnel("县人民政府于2018年4月3日发出通知,任命:邱大勇同志为县水利局总工程师。"),
            group("2021-04-12", "河湖治理", "组长:葛建平 县人民政府常务副县长", "成员:尹长河 县水利局总工程师"),
        ),
        "succession",
        {"body": "县水利局", "post": "总工程师"},
        ("official", "status", "end_basis"),
        {("邱大勇", "ended_unknown", "successor"), ("尹长河", "ongoing", None)},
    ),
    Story(
        "a day between two sightings is certain, one after the last is not",
        (HEADS_2018, FLOODS, SCHOOLS),
        "who_holds",
        {"body": "云岭县人民政府", "on": "2018-05-16"},
        ("official", "post", "certain", "sighted", "capacity"),
        {
            ("唐志远", "县长", True, "within", "acting"),
            ("沈国梁", "常务副县长", True, "within", "full"),
            ("傅雅琴", "副县长", False, "seen_before", "full"),
            ("顾明辉", "副县长", False, "seen_before", "full"),
        },
    ),
    Story(
        "a post seen once, long ago, is no certain one",
        (HEADS_2018, SCHOOLS, QUALITY),
        "who_holds",
        {"body": "云岭县人民政府", "on": "2022-03-30"},
        ("official", "post", "certain", "sighted"),
        {("傅雅琴", "副县长", False, "seen_before"), ("龚立诚", "县长", True, "within")},
        others=True,
    ),
    Story(
        "an older post is no new one, and a post of years later is none of the same notice",
        (HEADS_2018, JUNE, QUALITY),
        "dismissed_without_new_post",
        {"from": "2018-06-01", "to": "2018-06-30"},
        ("official", "post"),
        {("傅雅琴", "主任"), ("柯振华", "副局长"), ("骆正刚", "主任")},
    ),
    Story(
        "a post of years later is a new one if ever is asked",
        (HEADS_2018, JUNE, QUALITY),
        "dismissed_without_new_post",
        {"from": "2018-06-01", "to": "2018-06-30", "days": "99999"},
        ("official", "post"),
        {("傅雅琴", "主任"), ("骆正刚", "主任")},
    ),
    Story(
        "who runs a zone stands beside its head, under the name in its brackets",
        (HEADS_2018, JUNE),
        "who_holds",
        {"body": "白石开发区管委会", "on": "2018-05-16"},
        ("official", "post", "capacity", "since"),
        {("骆正刚", "主任", "full", "≤2018-06-29"), ("顾明辉", "主持", "in_charge", "2018-04-12")},
    ),
    Story(
        "a zone is overseen under either name",
        (HEADS_2018, JUNE),
        "oversees",
        {"body": "白石开发区管委会", "on": "2018-05-16"},
        ("official", "role"),
        {("顾明辉", "主持")},
    ),
    Story(
        "an official bears the name printed with the post",
        (
            items(
                "2022-01-30",
                "政府工作报告",
                "加快建设县体育中心。\t范建国 蒋雨菡\t县文化和旅游局\t县商务局",
                "推进县中医院迁建。\t蒋雨茵\t县卫生健康局\t县财政局",
                "完善急救站点布局。\t蒋雨茵\t县卫生健康局\t县财政局",
                "推进应急广播改造。\t蒋雨茵\t县文化和旅游局\t各乡镇",
            ),
            items("2022-03-29", "民生实事", "加快建设县体育中心。\t范建国 蒋雨茵\t县文化和旅游局\t县商务局"),
            group("2022-03-29", "儿童友好县城建设", "组长:龚立诚 县人民政府代县长", "副组长:蒋雨菡 县人民政府副县长"),
        ),
        "career",
        {"official": "蒋雨菡"},
        ("official", "post"),
        {("蒋雨菡", "副县长")},
    ),
    Story(
        "the head of a federation is that of its council",
        (
            personnel(
                "县人民政府于2021年6月14日发出通知,任命:骆正刚同志为县残联执行理事会理事长;"
                "免去:万长福同志的县残联执行理事会理事长。"
            ),
            group("2022-03-30", "质量工作", "组长:龚立诚 县人民政府代县长", "成员:骆正刚 县残联理事长"),
        ),
        "career",
        {"official": "骆正刚"},
        ("post", "since", "last_confirmed"),
        {("理事长", "2021-06-14", "2022-03-30")},
    ),
    Story(
        "two bodies begin at one place",
        (
            group(
                "2022-03-30",
                "质量工作",
                "组长:龚立诚 县人民政府代县长",
                "成员:柯振华 县财政局党组书记、局长",
                "秦思源 县教育局党组副书记、副局长",
            ),
        ),
        "career",
        {"official": "柯振华"},
        ("body", "post"),
        {("县财政局", "局长"), ("县财政局党组", "书记")},
    ),
    Story(
        "the party group of one body is one",
        (
            group("2021-04-12", "质量工作", "组长:龚立诚 县人民政府代县长", "成员:高长林 县人民政府办公室党组成员"),
            group("2022-03-30", "防汛工作", "组长:龚立诚 县人民政府代县长", "成员:郝小川 县政府办公室党组成员"),
        ),
        "who_holds",
        {"body": "县政府办公室党组", "on": "2022-04-01"},
        ("official", "post"),
        {("高长林", "成员"), ("郝小川", "成员")},
    ),
    Story(
        "the same quota for two streets is two items",
        (
            items(
                "2022-01-30",
                "绿化工作",
                "完成植树造林二百亩。\t范建国\t柳湾镇\t县林业局",
                "完成植树造林二百亩。\t范建国\t石桥镇\t县林业局",
                "新建口袋公园三处。\t范建国\t县林业局、县住房和城乡建设局\t县财政局",
            ),
            items("2022-03-29", "民生实事", "新建口袋公园三处。\t范建国\t县林业局、县住房和城乡建设局\t县财政局"),
        ),
        "contested",
        {},
        ("what", "leads", "leads_there", "times"),
        {("新建口袋公园三处。", 2, ("县林业局", "县住房和城乡建设局"), 2)},
    ),
    Story(
        "several leads stand in the order of their names, also where a name comes again within another",
        (items("2022-01-30", "重点工作", "整治河道三条。\t范建国\t县财政局、县水利局、县财政局信息中心\t县公安局"),),
        "contested",
        {},
        ("what", "leads_there"),
        {("整治河道三条。", ("县财政局", "县水利局", "县财政局信息中心"))},
    ),
]
NAMED = [
    (
        "a name that lost a character",
        (
            items(
                "2022-01-30",
                "重点工作",
                "深化审批改革。\t范建国\t县行政审批局\t县人社局、县市场监管局、县医保局、县场监督管理局",
                "加强价格监管。\t范建国\t县市场监督管理局\t县财政局",
                "开展质量抽检。\t范建国\t县市场监督管理局\t县财政局",
            ),
        ),
        ("县场监督管理局", "县市场监督管理局"),
    ),
    (
        "a project in the same item printed again",
        (
            items("2022-01-30", "政府工作报告", "加快荆城城南物流园、汪集物流园提档升级。\t范建国\t县科经局\t县财政局"),
            items("2022-03-29", "民生实事", "加快郝城城南物流园、汪集物流园提档升级。\t范建国\t县科经局\t县财政局"),
        ),
        ("荆城城南物流园", "郝城城南物流园"),
    ),
    (
        "a zone without its name",
        (
            items(
                "2022-01-30",
                "工业发展",
                "策划产业项目。\t范建国\t白石经济开发区\t县科经局",
                "发展都市工业。\t范建国\t经济开发区\t县科经局",
            ),
        ),
        ("经济开发区", "白石经济开发区"),
    ),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], Path]:
    """What writes the texts of a story and builds its graph, once."""
    made: dict[tuple[str, ...], Path] = {}

    def build(texts: tuple[str, ...]) -> Path:
        if texts not in made:
            folder = tmp_path_factory.mktemp("story")
            (folder / "texts").mkdir()
            for number, text in enumerate(texts):
                (folder / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
            run("build", str(folder / "texts"), "--workspace", str(folder / "ws"))
            made[texts] = folder / "ws"
        return made[texts]

    return build


def run(*arguments: str) -> None:
    done = CliRunner().invoke(cli, list(arguments))
    assert done.exit_code == 0, done.output


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def opened(
    request: pytest.FixtureRequest, built: Callable[[tuple[str, ...]], Path]
) -> Callable[[tuple[str, ...]], Iterator[Store]]:
    """What opens the graph of a story in one of the stores."""

    def open_it(texts: tuple[str, ...]) -> Iterator[Store]:
        place = built(texts)
        if request.param == "embedded":
            url = f"kglite://{place / 'graph.kgl'}"
        else:
            server: LocalServer = request.getfixturevalue("neo4j_server")
            url = server.url
            run("build", "--workspace", str(place), "--store", url, "--rebuild", str(place.parent / "texts"))
        with open_store(url, texts=Workspace(place).texts_path) as store:
            yield store

    return open_it


@pytest.mark.parametrize("story", [*STORIES, *STORIES_OF_WORK], ids=lambda story: story.id)
def test_a_story_is_told_as_printed(opened: Callable[[tuple[str, ...]], Iterator[Store]], story: Story) -> None:
    for store in opened(story.texts):
        table = ask(store, find(story.question), story.values)
        cells = ([plain(row[column]) for column in story.columns] for row in table.rows)
        found = {tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row) for row in cells}
        assert story.holds(found), found


@pytest.mark.parametrize(("texts", "names"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_two_names_are_one(
    opened: Callable[[tuple[str, ...]], Iterator[Store]], texts: tuple[str, ...], names: tuple[str, str]
) -> None:
    cypher = "MATCH (x:Organization|Project) WHERE $name IN x.names RETURN x.names AS names ORDER BY x.key LIMIT 5"
    for store in opened(texts):
        [[found]] = store.read(cypher, {"name": names[0]}).rows
        assert names[1] in found


def plain(value: object) -> object:
    """A date as its ISO text; all else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
