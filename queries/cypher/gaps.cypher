// zh: 职责空白：只有泛称单位或没有牵头单位的任务
// en: Gaps: items that only aggregates answer for, or with no lead, in the documents loaded
// asks: planner
// section: overlaps
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: gap, what, aggregates, assisting, number, section, deadline, file, line, quote, notice, what_key, span_start
// draw: none
// example: jurisdiction=*
MATCH (t:Task)-[i:IN]->(n:Notice)
WHERE NOT EXISTS { MATCH (t)<-[:LEADS]-(:Organization) } AND NOT EXISTS { MATCH (t)<-[:LEADS]-(:Official) }
OPTIONAL MATCH (n)-[:IN]->(d:Document)
WITH t, i, n, d WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
OPTIONAL MATCH (t)<-[:ASSISTS]-(o:Organization)
WITH t, i, n, d, o ORDER BY o.name, o.key
WITH t, i, n, d, collect(DISTINCT o.name) AS assisting
OPTIONAL MATCH (p:Passage)-[:IN]->(d) WHERE p.span_start <= i.span_start AND p.span_end > i.span_start
WITH t, i, n, d, assisting, p ORDER BY p.span_start, p.key
WITH t, i, n, d, assisting, collect({line: p.line, quote: substring(p.text, i.span_start - p.span_start, i.span_end - i.span_start)})[0] AS e
RETURN CASE WHEN size(assisting) > 0 THEN 'no_lead' WHEN size(coalesce(i.aggregates,
       [])) > 0 THEN 'aggregates_only' ELSE 'nobody' END AS gap,
       t.name AS what, i.aggregates AS aggregates, assisting, i.number AS number, i.section AS section, i.deadline AS deadline,
       d.file AS file, e.line AS line, e.quote AS quote, n.key AS notice, t.key AS what_key, i.span_start AS span_start
ORDER BY gap, what, what_key, file, i.span_start, notice LIMIT $limit
