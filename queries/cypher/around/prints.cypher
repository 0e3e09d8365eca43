// zh: 某项任务的每次刊出
// en: Every print of an item: where it stands, its number, section and deadline, and who answers there
// asks: planner
// section: around
// param task (key): 键 | the key
// columns: what, number, section, subtitle, annex, deadline, due, leads_there, assisting, officials, aggregates, unnamed, section_lead, grounds, dated, file, line, quote, notice, what_key, span_start
// draw: none
// example: task=KEY
UNWIND $task AS node_key
MATCH (t:Task {key: node_key})<-[:OF]-(i:Item)
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS]-(o:Organization)
WITH t, i, e, o ORDER BY e.span_start, o.name, o.key
WITH t, i, collect(DISTINCT CASE WHEN type(e) = 'LEADS' THEN o.name END) AS leads_there, collect(DISTINCT CASE WHEN type(e) = 'ASSISTS' THEN o.name END) AS assisting
OPTIONAL MATCH (i)<-[:LEADS|ASSISTS]-(a:Official)
WITH t, i, leads_there, assisting, a ORDER BY a.name, a.key
WITH t, i, leads_there, assisting, collect(DISTINCT a.name) AS officials
OPTIONAL MATCH (i)-[:WITHIN]->(:Item)<-[:LEADS]-(l:Organization)
WITH t, i, leads_there, assisting, officials, l ORDER BY l.name, l.key
WITH t, i, leads_there, assisting, officials, collect(DISTINCT l.name) AS section_lead
OPTIONAL MATCH (i)-[:UNDER]->(y:Policy)
WITH t, i, leads_there, assisting, officials, section_lead, y ORDER BY y.name, y.key
WITH t, i, leads_there, assisting, officials, section_lead, collect(DISTINCT y.name) AS grounds
RETURN i.name AS what, i.number AS number, i.section AS section, i.subtitle AS subtitle, i.annex AS annex, i.deadline AS deadline, i.due AS due, leads_there,
       assisting, officials, i.aggregates AS aggregates, i.unnamed AS unnamed, section_lead, grounds, i.dated_text AS dated, i.file AS file,
       i.line AS line, i.name AS quote, i.notice AS notice, t.key AS what_key, i.span_start AS span_start
ORDER BY i.dated, file, span_start, i.key LIMIT $limit
