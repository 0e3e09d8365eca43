"""What a jurisdiction's gazettes give does not depend on the gazettes of another jurisdiction."""

import pytest

from extract.facts import Kind, Passage, Relation
from graph.identity.clusters import Cluster, Proposal, Resolution
from graph.identity.resolve import resolve
from tests.graph.identity_facts import DISTRICT, Gazette

OTHER = "430102"
PASSAGES = (
    "区行政审批局(区政务大数据局,下同)负责。",
    "根据《安山节水若干措施》(以下简称《节水措施》)办理。",
    "推进石桥河滩公园工程建设。",
)


def gazette(doc: str, jurisdiction: str) -> Gazette:
    """One with a body in brackets, two names that a text says are one, officials whose names look alike, a project."""
    made = Gazette(doc, jurisdiction).notice("关于推进有关工作的通知")
    made.names("区运输管理所", "区行政审批局", "区政务大数据局")
    quote = "区运输管理所(公交所) 优化线路"
    made.add(Relation.LEADS, (Kind.DEPARTMENT, "公交所"), (Kind.TASK, "优化线路"), "责任单位", "2021-03-01", quote)
    made.add(Relation.CONCERNS, (Kind.TASK, "建设石桥河滩公园"), (Kind.PROJECT, "石桥河滩公园"))
    made.add(Relation.CITES, (Kind.DEPARTMENT, "区行政审批局"), (Kind.POLICY, "安山节水若干措施"))
    for name, post in (("张晓菡", "副局长"), ("张晓茵", "副局长"), ("王伟", "局长")):
        made.add(Relation.HOLDS, (Kind.OFFICIAL, name), (Kind.DEPARTMENT, "区教育局"), post, "2021-03-01")
    return made


def resolved(*gazettes: Gazette) -> Resolution:
    passages = [
        Passage(one.doc, 10**6 + 100 * at, 10**6 + 100 * at + len(text), 900 + at, text)
        for one in gazettes
        for at, text in enumerate(PASSAGES)
    ]
    facts = [fact for one in gazettes for fact in one.facts]
    return resolve(facts, [record for one in gazettes for record in one.context], passages=passages)


def part(whole: Resolution, doc: str) -> tuple[set[Cluster], set[Proposal]]:
    """The clusters that a document alone speaks of, and what is proposed among them."""
    found = {cluster for cluster in whole.clusters if {at for use in cluster.names for at in use.docs} == {doc}}
    keys = {cluster.key for cluster in found}
    return found, {proposal for proposal in whole.proposals if {proposal.left, proposal.right} <= keys}


@pytest.mark.parametrize(("doc", "code", "beside"), [("b.txt", DISTRICT, "a.txt"), ("a.txt", DISTRICT, "b.txt")])
def test_a_jurisdiction_alone_gives_its_part_of_the_whole(doc: str, code: str, beside: str) -> None:
    own = gazette(doc, code)
    alone = resolved(own)
    assert {proposal.why.code for proposal in alone.proposals} >= {"in_brackets"}
    together = resolved(own, gazette(beside, OTHER))
    assert part(together, doc) == part(alone, doc)
