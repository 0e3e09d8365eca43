"""A picture as one HTML file that needs nothing else: no server, no outside host.

In:  an answer. Out: a page with the objects of the app's picture, vis-network inside, a quotation for each edge that is clicked.

Text of documents lies in a JSON block whose `<` are escaped, and is only ever set as text; the page's policy forbids every request.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from importlib.resources import files

from dashboards.cells import literal
from dashboards.parts.network import Picture, Position, edges_of, objects, picture, positions
from dashboards.texts import text
from queries.run import Table

VIS = "lib/vis-9.1.2/vis-network.min.js"
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"


def standalone(
    table: Table,
    language: str,
    around: Sequence[Table] = (),
    drawn: Picture | None = None,
    placed: Mapping[str, Position] | None = None,
) -> str:
    """The page of an answer, and of what was expanded in it: what is drawn now, where it stands, else at most 300 nodes."""
    drawn = drawn or picture(edges_of(table, language))
    cited = {one.fact_id: one for part in (table, *around) for one in part.citations if one and one.fact_id}
    quotations = {
        edge.key: literal(f"“{citation.quote}” {citation.text(language)}")
        for edge in drawn.edges
        if (citation := cited.get(edge.fact_id or "")) is not None
    }
    rests_on = f"{text('rests_on', language)}: " + "; ".join(literal(str(issue)) for issue in table.rests_on)
    return page(drawn, quotations, table.query.title(language), [rests_on, str(date.today())], language, placed)


def page(
    drawn: Picture,
    quotations: Mapping[str, str],
    title: str,
    more: Sequence[str],
    language: str,
    placed: Mapping[str, Position] | None = None,
) -> str:
    """The page of a picture, with a quotation for each edge that has one."""
    data = objects(drawn, positions(drawn, placed or {}), language)
    data |= {"quotations": dict(quotations), "hint": text("hint_alone", language)}
    lines = [text("shown", language, shown=len(drawn.nodes), all=drawn.all_nodes), *more]
    return PAGE.format(
        language="en" if language == "en" else "zh-CN",
        policy=POLICY,
        title=escape(title),
        said=escape("\n".join(lines)),
        style=_asset("network.css") + _asset("standalone.css"),
        data=json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        vis=(files("pyvis") / VIS).read_text("utf-8"),
        script=_asset("standalone.js"),
    )


def _asset(name: str) -> str:
    return (files("dashboards") / "assets" / name).read_text("utf-8")


PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="said">{said}</p>
<div class="frame"><div class="canvas" tabindex="0"></div></div>
<div class="legend"></div>
<p class="quotation"></p>
<script type="application/json" id="data">{data}</script>
<script>{vis}</script>
<script>{script}</script>
</body>
</html>
"""
