"""Facts made by hand, for tests of what is built of them: two districts, a city above them, people, posts, tasks, policies."""

import hashlib
from typing import Any

from extract.facts import (
    Context,
    CountRecord,
    DocumentRecord,
    Doubt,
    Evidence,
    Fact,
    ItemRecord,
    Kind,
    NoticeRecord,
    Party,
    Qualifiers,
    Relation,
)
from graph.corpus import Corpus

ITEMS = {"完成预算绩效评价5项": 606}  # where the item of a record stands, whichever fact names it
JURISDICTIONS = {"a.txt": "420117", "b.txt": "420117", "c.txt": "420105"}


def sha_of(doc: str) -> str:
    """The hash that stands for a document's bytes."""
    return hashlib.sha256(doc.encode()).hexdigest()


def fact(
    relation: str,
    subject: str,
    thing: str,
    *,
    doc: str = "a.txt",
    start: int = 100,
    role: str | None = None,
    date: str | None = "2022-04-25",
    kinds: str = "official department",
    quote: str | None = None,
    **qualifiers: Any,
) -> Fact:
    """A fact whose quotation names both parties; `kinds` are those of subject and object."""
    text = quote or f"{subject}{role or ''}{thing}"
    left, right = (Kind(kind) for kind in kinds.split())
    at = ITEMS.get(thing, start + max(text.find(thing), 0))
    begins = ITEMS.get(subject, start)
    return Fact(
        Relation(relation),
        Party(left, subject, begins, begins + len(subject)),
        Party(right, thing, at, at + len(thing)),
        Evidence(doc, start, start + len(text), 1 + start // 50, text),
        "tests.small",
        role,
        date,
        Qualifiers(**qualifiers),
    )


def context(*docs: str) -> list[Context]:
    """A document record and one notice for each document."""
    found: list[Context] = []
    for doc in docs:
        found.append(DocumentRecord(doc, sha_of(doc), JURISDICTIONS.get(doc), "2022年第2期", "2022-06"))
        found.append(
            NoticeRecord(doc, 1, 0, 100_000, "云政发〔2022〕3号", "关于任免的通知", dated="2022-04-25", page="7")
        )
    return found


def facts() -> list[Fact]:
    """A little of everything, in three documents of two jurisdictions that share the city above them."""
    return [
        fact("appointed", "张明远", "区财政局", role="局长", start=100, probation="P1Y"),
        fact("dismissed", "李文清", "区财政局", role="局长", start=200),
        fact("holds", "王建国", "区人民政府", role="副区长", start=300),
        fact("leads", "王建国", "区财政局", role="分管", start=400),
        fact("leads", "王建国", "财政", kinds="official topic", role="负责", start=500),
        fact("leads", "区财政局", "完成预算绩效评价5项", kinds="department task", role="牵头单位", start=600, deadline="2022年12月"),
        fact("assists", "市财政局", "完成预算绩效评价5项", kinds="department task", role="配合单位", start=600),
        fact("concerns", "完成预算绩效评价5项", "云湖大桥工程", kinds="task project", start=600),
        fact("issued", "区人民政府", "云政发〔2022〕3号", kinds="department policy", start=10, title="关于任免的通知"),
        fact("cites", "云政发〔2022〕3号", "中华人民共和国预算法", kinds="policy policy", role="根据", start=700),
        fact("member_of", "区财政局", "预算改革领导小组", kinds="department group", role="成员单位", start=800),
        fact("located_at", "区财政局", "云湖大道1号", kinds="department place", start=900, phone="027-89350000"),
        fact("holds", "张明远", "区财政局", role="局长", doc="b.txt", start=100, date="2022-08-01"),
        fact("leads", "市财政局", "推进综合改革", kinds="department task", role="牵头单位", doc="b.txt", start=300),
        fact("appointed", "赵立新", "区财政局", role="局长", doc="c.txt", start=100, date="2022-05"),
        fact("liaises", "赵立新", "市财政局", role="联系", doc="c.txt", start=200),
        fact("cites", "阳政发〔2022〕9号", "中华人民共和国预算法", kinds="policy policy", role="依据", doc="c.txt", start=400),
    ]  # fmt: skip


def corpus(*docs: str) -> Corpus:
    """The facts of some documents (all if none is named), with context, doubts and items."""
    chosen = docs or tuple(JURISDICTIONS)
    records: list[Context] = context(*chosen)
    if "a.txt" in chosen:
        records.append(ItemRecord("a.txt", 1, 606, 616, "完成预算绩效评价5项", "1", "2022年12月"))
        records.append(
            ItemRecord("a.txt", 1, 1000, 1015, "各街镇落实网格化管理,电话13912345678", "2", aggregates=("各街镇",))
        )
        records.append(CountRecord("a.txt", 100, 110, "任命", 3, 2))
    doubts = [
        Doubt(Evidence(doc, 950, 956, 20, "丁某某等三人"), "tests.small", "neither_person_nor_body") for doc in chosen
    ]
    return Corpus.of((one for one in facts() if one.evidence.doc in chosen), doubts, records)
