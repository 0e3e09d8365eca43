from pathlib import Path

import rdflib

from graph.export import write_turtle
from graph.projection.project import project
from tests.graph.export.hard import hard
from tests.graph.small_facts import corpus

BUILD = project(corpus())
PREFIXES = """
    PREFIX org: <http://www.w3.org/ns/org#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX time: <http://www.w3.org/2006/time#>
"""
WHO_HELD = """
    SELECT ?who ?role ?begin ?quote ?document WHERE {
        ?seat a org:Membership ; org:member/foaf:name ?who ; org:organization/rdfs:label "区财政局" ;
              org:role/rdfs:label ?role ; prov:wasDerivedFrom ?fact .
        ?fact a prov:Entity ; prov:value ?quote ; prov:wasQuotedFrom ?document .
        ?document a foaf:Document .
        OPTIONAL { ?seat org:memberDuring/time:hasBeginning/time:inXSDDate ?begin }
    } ORDER BY ?who
"""


def written(path: Path) -> rdflib.Graph:
    write_turtle(BUILD.projection, path)
    return rdflib.Graph().parse(path)


def test_a_query_in_the_terms_of_org_and_prov_answers_who_held_what_and_where_it_is_printed(tmp_path: Path) -> None:
    rows = [tuple(map(str, row)) for row in written(tmp_path / "g.ttl").query(PREFIXES + WHO_HELD)]  # type: ignore[arg-type]
    assert ("张明远", "局长", "2022-04-25") in {row[:3] for row in rows}
    assert ("李文清", "局长", "None") in {row[:3] for row in rows}
    assert {row[3] for row in rows if row[0] == "张明远"} == {"张明远局长区财政局"}


def test_every_tenure_and_every_quoted_fact_is_there(tmp_path: Path) -> None:
    graph = written(tmp_path / "g.ttl")
    org, prov = rdflib.Namespace("http://www.w3.org/ns/org#"), rdflib.Namespace("http://www.w3.org/ns/prov#")
    assert len(set(graph.subjects(rdflib.RDF.type, org.Membership))) == len(BUILD.tenures)
    quoted = {
        edge.key for edge in BUILD.projection.edges if edge.properties.get("quote") and edge.properties.get("document")
    }
    assert len(set(graph.subject_objects(prov.wasQuotedFrom))) == len(quoted)
    for _, date in graph.subject_objects(rdflib.DCTERMS.date):
        assert isinstance(date, rdflib.Literal)
        assert not date.ill_typed


def test_any_text_is_one_literal(tmp_path: Path) -> None:
    write_turtle(hard(), tmp_path / "g.ttl")
    graph = rdflib.Graph().parse(tmp_path / "g.ttl")
    name = rdflib.URIRef("http://xmlns.com/foaf/0.1/name")
    assert [str(text) for text in graph.objects(None, name)] == ["<b>&\"'\\=1+1 二行 </script>"]
