// zh: 与某项目直接相连的一切
// en: All that is tied to a project
// asks: analyst
// section: around
// param project (key): 键 | the key
// columns: who, relation, role, what, times, dated, file, line, quote, fact_id, notice, who_key, who_kind, what_key, what_kind
// draw: who -relation-> what
// example: project=KEY
UNWIND $project AS node_key
MATCH (n:Project {key: node_key})<-[c:CONCERNS]-(i:Item)-[:OF]->(task:Task)
OPTIONAL MATCH (i)<-[f:LEADS|ASSISTS]-(:Official|Organization)
WITH n, i, task, c, collect(f) AS answering
UNWIND [c] + answering AS e
WITH n, i, e, CASE WHEN type(e) = 'CONCERNS' THEN task ELSE startNode(e) END AS s ORDER BY e.date DESC, e.fact_id
WITH n AS t, s, type(e) AS verb, count(DISTINCT i.key) AS times, collect({role: e.role, date: e.date, dated: e.date_text, file: e.file, line: e.line,
    quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN s.name AS who, toLower(verb) AS relation, e.role AS role, t.name AS what, times, e.dated AS dated, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       s.key AS who_key,
       CASE WHEN s:Official THEN 'official' WHEN s:Task THEN 'task' WHEN s:Topic THEN 'topic' WHEN s:Project THEN 'project' WHEN s:Policy THEN 'policy' WHEN s:Place THEN 'place' ELSE s.kind END AS who_kind,
       t.key AS what_key, 'project' AS what_kind
ORDER BY e.date DESC, relation, who, what, who_key, what_key, fact_id LIMIT $limit
