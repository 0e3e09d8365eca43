"""A chronicle set to a margin, a year above its entries: days, months, 该月; what a margin breaks; a group that is founded."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

CHRONICLE = """#### 1990年

    2月5～8日   青禾县政协七届二次会议在县礼堂开幕，到会委员百余名。委员们听取报告并审议。大会选举产生常务委员，选举马
                平山为县政协主席。
    2月6～8日   青禾县第九届人民代表大会第三次会议在县礼堂开幕，到会代表二百余名。大会选举孟令石为县人大常委
                会主任，马平山为县长。
    3月12日     海云省副省长高原在地委书记方小舟和县委书记孟令石、县长马平山等陪同下来本县水泥厂了解生产，并
                走访村民。
    该   月     省水利厅厅长罗敏到县查看堤防。
    6    月     副县长尹青到县实验中学检查。
    7月1日      省政协副主席秦怀远由临江市政协副主席罗立华陪同，来县访问。

#### 1991年

    6月16日     青禾县茶园改造领导小组成立。县长马平山任组长，第三茶厂厂长杜国良、县委副书记汤为民任副组长。
    该   年     省长石磊到县访问。
"""
Told = tuple[str, str, str | None, str | None]


def told(relation: Relation) -> set[Told]:
    found = extract_document(document_of(CHRONICLE)).facts
    return {(f.subject.name, f.object.name, f.role, f.date) for f in found if f.relation is relation}


def test_names_and_bodies_that_a_margin_breaks_are_whole() -> None:
    assert told(Relation.APPOINTED) == {
        ("马平山", "县政协", "主席", None),
        ("孟令石", "县人大常委会", "主任", None),
        ("马平山", "县人民政府", "县长", None),
    }


def test_an_entry_takes_its_day_its_month_or_that_of_the_entry_before() -> None:
    assert told(Relation.HOLDS) >= {
        ("高原", "海云省人民政府", "副省长", "1990-03-12"),
        ("罗敏", "省水利厅", "厅长", "1990-03"),
        ("尹青", "县人民政府", "副县长", "1990-06"),
        ("秦怀远", "省政协", "副主席", "1990-07-01"),
        ("杜国良", "第三茶厂", "厂长", "1991-06-16"),
        ("石磊", "省人民政府", "省长", "1991"),
    }


def test_a_group_that_an_entry_says_to_be_founded() -> None:
    group = "青禾县茶园改造领导小组"
    assert told(Relation.LEADS) == {("马平山", group, "组长", "1991-06-16")}
    assert told(Relation.ASSISTS) == {
        ("杜国良", group, "副组长", "1991-06-16"),
        ("汤为民", group, "副组长", "1991-06-16"),
    }


def test_an_entry_has_the_year_that_stands_above_it_and_no_other() -> None:
    text = (
        "    4月9日      副省长石磊到县水厂查看。\n\n#### 1990年\n\n    5月2日      副县长尹青到县医院查看。\n"
        "    6月1日      石磊1991年5月2日曾来县。\n\n#### 1991年\n\n    1月5日      下雪。\n"
        "    3月8日      县人民代表大会闭幕，选举孟川为县长。\n"
    )
    facts = extract_document(document_of(text)).facts
    assert {(f.subject.name, f.role, f.date) for f in facts} == {
        ("石磊", "副省长", None),
        ("尹青", "副县长", "1990-05-02"),
        ("孟川", "县长", "1991-03-08"),
    }
