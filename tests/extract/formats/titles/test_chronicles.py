"""A chronicle set to a margin, a year above its entries: days, months, 该月; what a margin breaks; a group that is founded."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

CHRONICLE = """#### 1990年

    2月5～8日   政协青禾县委员会第四届一次会议召开，参加委员178人。大会选举产生政协青禾县第四届委员会，选举马
                平山为县政协主席。
    2月6～8日   青禾县第十二届人民代表大会第一次会议在青禾影院召开，出席代表308人。大会选举孔令石为县人大常委
                会主任，马平山为县长。
    3月12日     海云省副省长高原在地委书记方小舟和县委书记孔令石、县长马平山等领导陪同下到县石化厂视察工作，并
                看望职工。
    该   月     省水利厅厅长罗敏到县视察汛前工程。
    6    月     副县长尹青到县实验中学检查。
    7月1日      省政协副主席丁方明由临江市政协副主席邹学兵陪同，到县调研。

#### 1991年

    6月16日     青禾县油区治理领导小组成立。县长马平山任组长，采油六厂厂长王玉生、县委副书记李振堂任副组长。
    该   年     省长石磊到县视察。
"""
Told = tuple[str, str, str | None, str | None]


def told(relation: Relation) -> set[Told]:
    found = extract_document(document_of(CHRONICLE)).facts
    return {(f.subject.name, f.object.name, f.role, f.date) for f in found if f.relation is relation}


def test_names_and_bodies_that_a_margin_breaks_are_whole() -> None:
    assert told(Relation.APPOINTED) == {
        ("马平山", "县政协", "主席", None),
        ("孔令石", "县人大常委会", "主任", None),
        ("马平山", "县人民政府", "县长", None),
    }


def test_an_entry_takes_its_day_its_month_or_that_of_the_entry_before() -> None:
    assert told(Relation.HOLDS) >= {
        ("高原", "海云省人民政府", "副省长", "1990-03-12"),
        ("罗敏", "省水利厅", "厅长", "1990-03"),
        ("尹青", "县人民政府", "副县长", "1990-06"),
        ("丁方明", "省政协", "副主席", "1990-07-01"),
        ("王玉生", "采油六厂", "厂长", "1991-06-16"),
        ("石磊", "省人民政府", "省长", "1991"),
    }


def test_a_group_that_an_entry_says_to_be_founded() -> None:
    group = "青禾县油区治理领导小组"
    assert told(Relation.LEADS) == {("马平山", group, "组长", "1991-06-16")}
    assert told(Relation.ASSISTS) == {
        ("王玉生", group, "副组长", "1991-06-16"),
        ("李振堂", group, "副组长", "1991-06-16"),
    }
