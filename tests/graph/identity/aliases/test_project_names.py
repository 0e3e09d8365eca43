"""Further names of projects: one pass over a text finds what looking for each name by itself would find."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Kind
from graph.identity.aliases.project_names import _project_forms, further_names_of_projects
from graph.identity.aliases.texts import LEAST_NAME, Text
from graph.identity.merging import Mention, Node

OWN = {"一.txt": "420117", "二.txt": "420117", "三.txt": "420105"}
PLACES = {"420117": {"安山", "柳泉"}, "420105": {"临江"}}
NAMES = (
    "石桥水厂",
    "石桥水厂一期",
    "柳泉石桥水厂",
    "安山石桥河滩公园",
    "石桥河滩公园",
    "综保区道路(一期)",
    "水厂",
    "石桥水厂工程",
)
WORDS = (
    *NAMES,
    "安山",
    "柳泉",
    "临江",
    "工程",
    "项目",
    "建设",
    "综合保税区道路(一期)",
    "综保区道路建设(一期)",
    "的",
    "\n",
)


def nodes_of(named: Mapping[str, Sequence[str]]) -> list[Node]:
    """One node a jurisdiction and name; `named`: document → the names of projects that its facts carry."""
    found: dict[tuple[str, str], Node] = {}
    for doc, names in named.items():
        for name in names:
            node = found.setdefault((OWN[doc], name), Node(OWN[doc], name))
            node.mentions.append(Mention(f"{doc}:{name}", Kind.PROJECT, name, doc, doc, None))
    return [node.named() for node in found.values()]


def named_one_by_one(
    texts: Sequence[Text], nodes: Sequence[Node], places: Mapping[str, set[str]]
) -> dict[tuple[str, str], dict[str, set[str]]]:
    """The definition: in each text the longest form first, taken out wherever it stands before the next one is looked for."""
    titles: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for doc in sorted({text.doc for text in texts}):
        rest = "\n".join(text.folded for text in texts if text.doc == doc)
        group = sorted((node for node in nodes if node.code == OWN[doc]), key=lambda n: n.id)
        known = {node.normal for node in group}
        forms: dict[str, Node | None] = dict.fromkeys(known)
        for node in group:
            if doc in node.docs and len(node.normal) > LEAST_NAME:
                more = _project_forms(node.normal, sorted(places[OWN[doc]]))
                forms.update({form: node for form in more if form not in known})
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            if re.search(re.escape(form), rest):
                rest = rest.replace(form, "\n")
                if (node_here := forms[form]) is not None:
                    titles[node_here.code, node_here.normal][form].add(doc)
    return {key: dict(found) for key, found in titles.items()}


@given(
    st.fixed_dictionaries({doc: st.lists(st.sampled_from(NAMES), max_size=5) for doc in OWN}),
    st.fixed_dictionaries({doc: st.lists(st.lists(st.sampled_from(WORDS), max_size=14), max_size=3) for doc in OWN}),
)
def test_one_pass_finds_what_looking_for_each_name_finds(
    named: dict[str, list[str]], printed: dict[str, list[list[str]]]
) -> None:
    texts = sorted({Text(doc, doc, "".join(words)) for doc, some in printed.items() for words in some})
    nodes = nodes_of(named)
    expected = named_one_by_one(texts, nodes, PLACES)
    further_names_of_projects(texts, nodes, PLACES, OWN)
    assert {(node.code, node.normal): node.titles for node in nodes if node.titles} == expected


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("推进安山石桥水厂建设", {"安山石桥水厂"}),
        ("推进石桥水厂项目、柳泉石桥水厂工程", {"石桥水厂项目", "柳泉石桥水厂工程"}),
        ("推进临江石桥水厂建设", set()),  # a place of another jurisdiction
        ("推进石桥水厂建设", set()),  # the name itself
    ],
)
def test_forms_with_a_place_or_a_word_of_building(text: str, titles: set[str]) -> None:
    nodes = nodes_of({"一.txt": ["石桥水厂甲"], "三.txt": ["石桥水厂甲"]})
    further_names_of_projects([Text("一.txt", "一.txt", text.replace("水厂", "水厂甲"))], nodes, PLACES, OWN)
    assert set(nodes[0].titles) == {title.replace("水厂", "水厂甲") for title in titles}
    assert not nodes[1].titles
