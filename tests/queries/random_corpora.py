"""Small corpora made of a seed: two districts and the city above them, people, posts, items, groups, documents; for tests and bench.

The same seed gives the same facts, whatever the people are called: `people` are drawn by their place in the list.
"""

import hashlib
from random import Random

from extract.facts import (
    Context,
    DocumentRecord,
    Evidence,
    Fact,
    ItemRecord,
    Kind,
    NoticeRecord,
    Party,
    Qualifiers,
    Relation,
)
from extract.figures import FigureRecord
from graph.corpus import Corpus

CODES = ("420105", "420117")
PEOPLE = ("王小川", "赵启明", "孙立秋", "钱慧芳", "李青山", "周望舒", "吴明哲", "郑春来", "冯雪松", "陈思远")
OTHER_PEOPLE = ("何东升", "吕海棠", "施云舟", "张之远", "孔令辉", "曹文秀", "严秋白", "华正茂", "金若水", "魏长风")
BODIES = ("区财政局", "区教育局", "区民政局", "区水务局", "区司法局", "柳湾街道办事处")
POSTS = ("局长", "副局长", "总工程师")
GROUPS = ("区防汛抗旱领导小组", "区养老服务工作专班")
WORDS = ("新建公园", "改造老旧小区", "新增养老床位", "疏浚河道", "开展普法活动")
POLICIES = ("云政发〔2022〕3号", "云政办〔2022〕7号", "阳政发〔2021〕2号")
RELATIONS = ("leads", "leads", "assists", "assists")
LENGTH = 40  # characters that each fact takes of its document


def corpus_of(seed: int, people: tuple[str, ...] = PEOPLE) -> Corpus:
    """The corpus of a seed, in which the people are called so."""
    dice = Random(seed)
    facts: list[Fact] = []
    context: list[Context] = []
    for number in range(dice.randint(1, 4)):
        _document(dice, f"{chr(97 + number)}.txt", people, facts, context)
    return Corpus.of(facts, (), context)


def _document(dice: Random, doc: str, people: tuple[str, ...], facts: list[Fact], context: list[Context]) -> None:
    year, month = dice.choice((2019, 2021, 2022, 2023)), dice.randint(1, 12)
    dated = f"{year}-{month:02}-{dice.randint(1, 28):02}"
    sha256 = hashlib.sha256(doc.encode()).hexdigest()
    context.append(DocumentRecord(doc, sha256, dice.choice(CODES), f"{year}年第{month}期", f"{year}-{month:02}"))
    context.append(
        NoticeRecord(doc, 1, 0, 100_000, dice.choice(POLICIES), "关于分工和任免的通知", dated=dated, page="3")
    )
    for place in range(dice.randint(2, 14)):
        start = 100 + place * LENGTH
        person, body = dice.choice(people), dice.choice(BODIES)
        match dice.randrange(7):
            case 0:
                relation = dice.choice(("appointed", "dismissed", "holds"))
                facts.append(
                    _fact(doc, start, relation, person, body, "official department", dice.choice(POSTS), dated)
                )
            case 1:
                facts.append(_fact(doc, start, "leads", person, body, "official department", "分管", dated))
            case 2:
                member, kinds = dice.choice(((person, "official group"), (body, "department group")))
                facts.append(_fact(doc, start, "member_of", member, dice.choice(GROUPS), kinds, "成员", dated))
            case 3:
                one, other = dice.sample(POLICIES, 2)
                facts.append(
                    _fact(doc, start, dice.choice(("cites", "repeals")), one, other, "policy policy", "根据", dated)
                )
            case _:
                _item(dice, doc, start, dated, person, facts, context)


def _item(
    dice: Random, doc: str, start: int, dated: str, person: str, facts: list[Fact], context: list[Context]
) -> None:
    quantity = dice.randint(1, 9)
    text = f"{dice.choice(WORDS)}{quantity}处。"
    due = f"{dated[:4]}-{dice.randint(1, 12):02}" if dice.random() < 0.5 else None
    context.append(ItemRecord(doc, 1, start, start + len(text), text, str(start), due, due=(due,) if due else ()))
    figure = FigureRecord(
        doc,
        1,
        start,
        start + len(text) - 3,
        start + len(text) - 1,
        str(quantity),
        "处",
        None,
        text[:-3],
        dated[:4],
        quantity,
    )
    context.append(figure)
    for body in dice.sample(BODIES, dice.randint(0, 3)):
        relation = dice.choice(RELATIONS)
        facts.append(_fact(doc, start, relation, body, text, "department task", "责任单位", dated))
    if dice.random() < 0.4:
        facts.append(_fact(doc, start, "leads", person, text, "official task", "分管区领导", dated))
    if dice.random() < 0.3:
        status = Qualifiers(
            status=dice.choice(("done", "in progress", "not started")), period=f"{dated[:4]}-01/{dated[:4]}-03"
        )
        facts.append(_fact(doc, start, "reported", dice.choice(BODIES), text, "department task", None, dated, status))


def _fact(
    doc: str,
    start: int,
    relation: str,
    subject: str,
    thing: str,
    kinds: str,
    role: str | None,
    dated: str,
    qualifiers: Qualifiers | None = None,
) -> Fact:
    left, right = (Kind(kind) for kind in kinds.split())
    task = right is Kind.TASK
    begins = start + LENGTH // 2 if task else start
    at_thing = start if task else start + LENGTH // 2
    parties = Party(left, subject, begins, begins + len(subject)), Party(right, thing, at_thing, at_thing + len(thing))
    evidence = Evidence(doc, start, start + LENGTH - 1, 1 + start // LENGTH, f"{thing} {subject} {role or ''}")
    return Fact(Relation(relation), *parties, evidence, "tests.random", role, dated, qualifiers or Qualifiers())
