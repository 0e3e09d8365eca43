"""Ways out: the graph, written for other programs.

In:  a Build. Out: tables (CSV, JSON lines), networks (GraphML, GEXF), and the vocabularies of others: FollowTheMoney, Popolo,
Turtle in W3C ORG and PROV-O.
"""

from graph.export.followthemoney import write_followthemoney
from graph.export.networks import write_gexf, write_graphml
from graph.export.popolo import write_popolo
from graph.export.tables import write_csv, write_tenures
from graph.export.turtle import write_turtle

__all__ = [
    "write_csv",
    "write_followthemoney",
    "write_gexf",
    "write_graphml",
    "write_popolo",
    "write_tenures",
    "write_turtle",
]
