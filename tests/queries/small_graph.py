"""A small graph in the schema, written as rows, with everything that a question may meet: for tests of questions and faces.

Two jurisdictions with a body of one name, a post that falls vacant, a move within days, concurrent posts, a probation and a
secondment, a group, items with and without a lead, documents that cite, findings, and names that look like mark-up.
"""

from datetime import date
from typing import Any

from graph.projection.elements import Printed, PrintedPassage
from tests.queries.small_figures import figures

Row = dict[str, Any]

HOSTILE_NAME = "<img src=x onerror=alert(1)>"
HOSTILE_BODY = "**x**局"
FILE = "yunhe-2022-2.txt"

_RULE = "副区长之间实行AB角制度，一位外出期间，由另一位代行职责。"

_TABLE = ("2022年名额分配表", "序号\t单位\t名额", "1\t柳湾街\t20", "2\t云 山 街\t30")

_JURISDICTIONS = [
    ("42", "江汉省", "province", None),
    ("420901", "云河区", "county", "42"),
    ("420902", "石桥区", "county", "42"),
]
_BODIES = [
    # key, kind, name, other names, jurisdiction
    ("b-drc", "department", "区发展和改革局", ["区发改局"], "420901"),
    ("b-drc2", "department", "区发展和改革局", ["区发改局"], "420902"),
    ("b-fin", "department", "区财政局", [], "420901"),
    ("b-edu", "department", "区教育局", [], "420901"),
    ("b-str", "street", "柳湾街道办事处", ["柳湾街"], "420901"),
    ("b-gov", "department", "区人民政府", ["区政府"], "420901"),
    ("b-grp", "group", "区养老服务工作领导小组", [], "420901"),
    ("b-x", "department", HOSTILE_BODY, [], "420901"),
    ("b-civ", "department", "区民政局", [], "420902"),
    ("b-one", "group", "区残疾人事务协调小组", [], "420902"),
    ("b-two", "group", "区志愿服务工作专班", [], "420902"),
]
_OFFICIALS = [
    ("a-zhao", "赵明远"),
    ("a-qian", "钱文"),
    ("a-sun", "孙立"),
    ("a-li", "李青"),
    ("a-zhou", "周正"),
    ("a-wu1", "吴平"),
    ("a-wu2", "吴平"),
    ("a-x", HOSTILE_NAME),
    ("a-he", "何立"),
]
_POSTS = [
    ("p-drc", "b-drc", "局长", True),
    ("p-drc-d", "b-drc", "副局长", False),
    ("p-drc-g", "b-drc", "党组成员", False),
    ("p-fin", "b-fin", "局长", True),
    ("p-edu", "b-edu", "局长", True),
    ("p-str", "b-str", "主任", True),
    ("p-gov", "b-gov", "副区长", False),
    ("p-x", "b-x", "局长", True),
    ("p-civ", "b-civ", "局长", True),
    ("p-civ-d", "b-civ", "副局长", False),
]
_TASKS = [
    ("t-care", "推进养老服务体系建设,新增养老床位200张"),
    ("t-road", "建成滨河大桥工程"),
    ("t-green", "开展国土绿化行动"),
    ("t-only", "各街镇落实网格化管理"),
    ("t-x", f"整治{HOSTILE_NAME}问题"),
    ("t-civ", "新建残疾人辅具服务站6处"),
]
_ITEMS = [
    # key, task, name as printed, number, deadline, due, aggregates
    ("i-care", "t-care", "推进养老服务体系建设,新增养老床位200张", "1", "2022年12月底前", ["2022-12-31"], []),
    (
        "i-care-again",
        "t-care",
        "3.推进养老服务体系建设，新增养老床位200张。",
        "3",
        "6月底、12月底前",
        ["2022-06-30", "2022-12-31"],
        [],
    ),
    ("i-road", "t-road", "建成滨河大桥工程", "2", None, None, []),
    ("i-green", "t-green", "开展国土绿化行动", "4", "1月底前", ["2022-01-31"], []),
    ("i-only", "t-only", "各街镇落实网格化管理", "5", None, None, ["各街镇"]),
    ("i-x", "t-x", f"整治{HOSTILE_NAME}问题", "6", None, None, []),
    ("i-civ", "t-civ", "新建残疾人辅具服务站6处", "7", None, None, []),
]
# relationship, from, to, role, date, more
_EDGES: list[tuple[str, str, str, str | None, str | None, Row]] = [
    ("APPOINTED", "a-zhao", "p-str", "主任", "2020-03-02", {"tenure": "h1"}),
    ("DISMISSED", "a-zhao", "p-str", "主任", "2022-05-11", {"tenure": "h1"}),
    ("APPOINTED", "a-qian", "p-str", "主任", "2022-06-13", {"tenure": "h2", "probation": "P1Y"}),
    ("DISMISSED", "a-qian", "p-fin", "局长", "2022-06-13", {"tenure": "h3"}),
    ("APPOINTED", "a-zhao", "p-drc", "局长", "2022-05-20", {"tenure": "h4"}),
    ("APPOINTED", "a-sun", "p-drc-d", "副局长", "2022-04", {"tenure": "h5", "mode": "挂任", "term": "2022-04/2023-04"}),
    ("APPOINTED", "a-sun", "p-drc-g", "党组成员", "2022-04", {"tenure": "h6"}),
    ("TITLED", "a-li", "p-gov", "副区长", "2022-03-01", {"tenure": "h7"}),
    ("TITLED", "a-wu1", "p-edu", "局长", "2022-03-01", {"tenure": "h8"}),
    ("APPOINTED", "a-x", "p-x", "局长", "2022-04-25", {"tenure": "h9", "rank": "正科级"}),
    ("LEADS", "a-li", "b-edu", "分管", "2022-03-01", {"valid_from": "2022-03-01"}),
    (
        "LEADS",
        "a-li",
        "c-care",
        "负责",
        "2022-03-01",
        {"valid_from": "2022-03-01", "valid_to": "2023-01-01", "valid_basis": "superseded"},
    ),
    ("LIAISES", "a-li", "b-fin", "联系", "2022-03-01", {"valid_from": "2022-03-01"}),
    ("COVERS", "a-zhou", "a-li", "AB角", "2022-03-01", {"valid_from": "2022-03-01"}),
    ("ASSISTS", "a-zhou", "a-li", "协助", "2022-03-01", {"topic": "审计"}),
    ("LEADS", "a-li", "b-grp", "组长", "2022-04-01", {"valid_from": "2022-04-01"}),
    ("MEMBER_OF", "a-wu1", "b-grp", "成员", "2022-04-01", {"valid_from": "2022-04-01"}),
    ("MEMBER_OF", "b-fin", "b-grp", "成员单位", "2022-04-01", {"valid_from": "2022-04-01"}),
    ("HOSTS", "b-drc", "b-grp", None, "2022-04-01", {"valid_from": "2022-04-01"}),
    (
        "LEADS",
        "b-drc",
        "i-care",
        "牵头单位",
        "2022-02-10",
        {"valid_from": "2022-02-10", "valid_to": "2023-01-01", "deadline": "2022年12月底前", "valid_basis": "deadline"},
    ),
    (
        "ASSISTS",
        "b-fin",
        "i-care",
        "责任单位",
        "2022-02-10",
        {"valid_from": "2022-02-10", "valid_to": "2023-01-01", "deadline": "2022年12月底前", "valid_basis": "deadline"},
    ),
    ("LEADS", "b-drc", "i-road", "责任单位", "2022-02-10", {"valid_from": "2022-02-10"}),
    ("LEADS", "b-fin", "i-road", "责任单位", "2022-02-10", {"valid_from": "2022-02-10"}),
    (
        "LEADS",
        "b-drc",
        "i-care-again",
        "牵头单位",
        "2022-01-20",
        {
            "valid_from": "2022-01-20",
            "valid_to": "2023-01-01",
            "deadline": "6月底、12月底前",
            "valid_basis": "deadline",
        },
    ),
    (
        "ASSISTS",
        "b-str",
        "i-green",
        "配合单位",
        "2022-02-10",
        {"valid_from": "2022-02-10", "deadline": "1月底前", "valid_basis": "open"},
    ),
    ("LEADS", "b-x", "i-x", "责任单位", "2022-02-10", {"valid_from": "2022-02-10"}),
    ("CONCERNS", "i-road", "j-bridge", None, "2022-02-10", {}),
    ("REPORTED", "b-drc", "i-care", None, "2022-04-10", {"status": "in progress", "period": "2022-01/2022-03"}),
    ("ISSUED", "b-gov", "y-1", None, "2022-02-10", {}),
    ("CITES", "y-1", "y-2", "根据", "2022-02-10", {}),
    ("REPEALS", "y-1", "y-3", "同时废止", "2022-02-10", {}),
    ("LOCATED_AT", "b-drc", "l-1", None, "2022-02-10", {"phone": "027-12345678"}),
    ("PART_OF", "b-x", "b-gov", "下设", "2022-02-10", {}),
    ("TITLED", "a-he", "p-civ-d", "副局长", "2020-05-06", {"tenure": "h10"}),
    ("TITLED", "a-he", "p-civ", "局长", "2022-03-02", {"tenure": "h11"}),
    ("LEADS", "a-he", "i-civ", "分管领导", "2022-02-10", {}),
    ("LEADS", "b-civ", "i-civ", "牵头单位", "2022-02-10", {}),
    ("MEMBER_OF", "a-he", "b-one", "成员", "2022-03-02", {}),
    ("ASSISTS", "a-he", "b-two", "副组长", "2022-03-02", {}),
    ("CITES", "y-3", "y-2", "依据", "2021-02-10", {}),
    ("LEADS", "a-x", "i-civ", "分管领导", "2022-02-10", {}),
]
_HOLDS: list[tuple[str, str, str, str | None, str | None, str | None, str | None, str, str, str | None]] = [
    # key, official, post, from earliest and latest, to earliest and latest, status, capacity, ended by
    ("h1", "a-zhao", "p-str", "2020-03-02", "2020-03-02", "2022-05-11", "2022-05-11", "ended", "full", "dismissal"),
    ("h2", "a-qian", "p-str", "2022-06-13", "2022-06-13", None, None, "ongoing", "probation", None),
    ("h3", "a-qian", "p-fin", None, "2022-06-13", "2022-06-13", "2022-06-13", "ended", "full", "dismissal"),
    ("h4", "a-zhao", "p-drc", "2022-05-20", "2022-05-20", None, None, "ongoing", "full", None),
    ("h5", "a-sun", "p-drc-d", "2022-04-01", "2022-04-30", "2023-04-01", "2023-04-30", "ended", "seconded", "term"),
    ("h6", "a-sun", "p-drc-g", "2022-04-01", "2022-04-30", None, None, "ongoing", "full", None),
    ("h7", "a-li", "p-gov", None, "2022-03-01", None, None, "ongoing", "full", None),
    ("h8", "a-wu1", "p-edu", None, "2022-03-01", None, None, "ongoing", "full", None),
    ("h9", "a-x", "p-x", "2022-04-25", "2022-04-25", None, None, "ongoing", "full", None),
    ("h10", "a-he", "p-civ-d", None, "2020-05-06", None, None, "ongoing", "full", None),
    ("h11", "a-he", "p-civ", None, "2022-03-02", None, None, "ongoing", "full", None),
]
_FINDINGS: list[tuple[str, str, str, str, str, int, Row]] = [
    ("f-1", "吴平", "possible_same", "open", "同名,职务相近", 3, {"score": 0.6}),
    ("f-2", "118项", "stated_count", "open", "原文称118项,找到117项", 4, {"stated": 118, "found": 117}),
    ("f-3", "民生实事: 10", "stated_count", "agrees", "原文称10项,找到10项", 5, {"stated": 10, "found": 10}),
]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _bounds(text: str | None) -> Row:
    if text is None:
        return {}
    if len(text) == 7:
        return {
            "date": date.fromisoformat(f"{text}-01"),
            "date_latest": date.fromisoformat(f"{text}-30"),
            "date_text": text,
        }
    return {"date": date.fromisoformat(text), "date_latest": date.fromisoformat(text), "date_text": text}


_LABELS = {
    "a": "Official",
    "b": "Organization",
    "p": "Post",
    "t": "Task",
    "i": "Item",
    "c": "Topic",
    "j": "Project",
    "y": "Policy",
    "l": "Place",
}


def printed() -> Printed:
    """The document of the small graph as printed."""
    text = "\n".join(f"第{number}行的文字" for number in range(1, 40))
    passages = [PrintedPassage("d1:0:0", "d1:0", 1, 0, len(text), text)]
    at = len(text)
    for nth, printed_line in enumerate((_RULE, *_TABLE), 1):
        passages.append(PrintedPassage(f"d1:0:{nth}", "d1:0", 39 + nth, at, at + len(printed_line), printed_line))
        at += len(printed_line) + 1
    return Printed("d1", FILE, "云河区人民政府公报", "2022年第2期(总第41期)", "420901", tuple(passages))


def statements() -> list[tuple[str, Row]]:
    """The statements, with their parameters, that write the small graph into an empty store."""
    made: list[tuple[str, Row]] = []

    def node(labels: str, **properties: Any) -> None:
        made.append((f"CREATE (n:{labels}) SET n += $row", {"row": properties}))

    node(
        "Document",
        key="d1",
        name="云河区人民政府公报",
        file=FILE,
        issue="2022年第2期(总第41期)",
        published="2022-06-30",
        url=None,
        jurisdiction="420901",
    )
    node(
        "Notice",
        key="d1:0",
        name="关于印发养老服务实施方案的通知",
        number="云政办〔2022〕3号",
        dated="2022-02-10",
        page="12",
        section="区政府办公室文件",
        span_start=0,
        span_end=5000,
    )
    for code, name, level, _ in _JURISDICTIONS:
        node("Jurisdiction", key=code, name=name, level=level)
    for key, kind, name, names, _ in _BODIES:
        node(
            f"Organization:{kind.capitalize()}",
            key=key,
            name=name,
            names=[name, *names],
            kind=kind,
            category="government",
        )
    for key, name in _OFFICIALS:
        node("Official", key=key, name=name, names=[name], homonym=name == "吴平")
    for key, _, name, single in _POSTS:
        node("Post", key=key, name=name, single_holder=single)
    for key, name in _TASKS:
        node("Task", key=key, name=name, measures=[])
    for at, (key, _, name, printed_number, deadline, due, aggregates) in enumerate(_ITEMS):
        stated: Row = {
            "number": printed_number,
            "section": "一、民生",
            "deadline": deadline,
            "due": due,
            "aggregates": aggregates or None,
        }
        stated |= {
            "dated": date(2022, 2, 10),
            "dated_text": "2022-02-10",
            "file": FILE,
            "line": at + 1,
            "notice": "d1:0",
        }
        stated |= {"span_start": at * 8, "span_end": at * 8 + 7, "document": "d1", "passage": "d1:0:0"}
        node("Item", key=key, name=name, **{name: value for name, value in stated.items() if value is not None})
    node("Topic", key="c-care", name="养老服务")
    node("Project", key="j-bridge", name="滨河大桥工程")
    node("Place", key="l-1", name="云河大道1号")
    node("Policy", key="y-1", name="关于印发养老服务实施方案的通知", number="云政办〔2022〕3号", status="in force")
    node("Policy", key="y-2", name="养老服务条例", number=None, status="unknown")
    node("Policy", key="y-3", name="关于养老服务的若干意见", number="云政办〔2015〕8号", status="repealed")
    for key, name, kind, status, why, line, more in _FINDINGS:
        said = {"file": FILE, "line": line, "quote": f"第{line}行的文字"}
        node("Finding", key=key, name=name, kind=kind, status=status, why=why, **said, **more)

    def link(relation: str, source: str, target: str, row: Row, source_label: str = "", target_label: str = "") -> None:
        source_label = source_label or _LABELS[source[0]]
        target_label = target_label or _LABELS[target[0]]
        made.append(
            (
                f"MATCH (s:{source_label} {{key: $source}}) MATCH (t:{target_label} {{key: $target}}) CREATE (s)-[e:{relation}]->(t) SET e += $row",
                {"source": source, "target": target, "row": row},
            )
        )

    link("IN", "d1:0", "d1", {}, "Notice", "Document")
    for key, _, _, _, code in _BODIES:
        link("WITHIN", key, code, {}, "Organization", "Jurisdiction")
    for code, _, _, above in _JURISDICTIONS:
        if above:
            link("WITHIN", code, above, {}, "Jurisdiction", "Jurisdiction")
    for key, body, _, _ in _POSTS:
        link("OF", key, body, {})
    for key, task, *_ in _ITEMS:
        link("OF", key, task, {})
        link("IN", key, "d1:0", {}, "Item", "Notice")
        if key != "i-only":
            ground: Row = {
                "basis": "notice",
                "cites": "fact26",
                "role": "根据",
                "file": FILE,
                "line": 26,
                "quote": "第26行的文字",
                "notice": "d1:0",
            }
            link("UNDER", key, "y-2", {"key": f"{key}>y-2", **ground})
    link("WITHIN", "i-only", "i-care", {}, "Item", "Item")
    for number, (relation, source, target, role, dated, more) in enumerate(_EDGES, 1):
        row: Row = {
            **more,
            "fact_id": f"fact{number:02}",
            "role": role,
            **_bounds(dated),
            "rule": "small.graph",
            "file": FILE,
            "document": "d1",
            "notice": "d1:0",
            "passage": "d1:0:0",
        }
        row |= {"line": number, "span_start": (number - 1) * 8, "span_end": number * 8, "quote": f"第{number}行的文字"}
        for bound in ("valid_from", "valid_to"):
            if bound in row:
                row[bound] = _day(row[bound])
        link(relation, source, target, {name: value for name, value in row.items() if value is not None})
    for key, official, post, from_e, from_l, to_e, to_l, status, capacity, basis in _HOLDS:
        bounds = {"from_earliest": from_e, "from_latest": from_l, "to_earliest": to_e, "to_latest": to_l}
        row = {
            "key": key,
            "status": status,
            "capacity": capacity,
            "end_basis": basis,
            "last_confirmed": date(2022, 6, 13),
        }
        row |= {name: _day(value) for name, value in bounds.items()}
        link("HOLDS", official, post, {name: value for name, value in row.items() if value is not None})
    link(
        "SUCCEEDED",
        "a-qian",
        "a-zhao",
        {
            "post": "p-str",
            "date": _day("2022-06-13"),
            "gap_days": 33,
            "organization": "b-str",
            "new_tenure": "h2",
            "old_tenure": "h1",
        },
    )
    for official in ("a-wu1", "a-wu2"):
        link("ABOUT", "f-1", official, {}, "Finding")
    link("ABOUT", "f-2", "t-care", {}, "Finding")
    for finding in ("f-2", "f-3"):
        link("ABOUT", finding, "d1:0", {}, "Finding", "Notice")
    return [*made, *figures(FILE)]
