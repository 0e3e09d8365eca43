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
OPTIONAL MATCH (i)<-[f:LEADS|ASSISTS]-(w)
WITH n, i, task, c, f, w, CASE WHEN w:Official THEN 'official' ELSE w.kind END AS kind
WITH n, i, task, c, collect({verb: type(f), name: w.name, key: w.key, kind: kind, role: f.role, date: f.date, dated: f.date_text, file: f.file,
    line: f.line, quote: f.quote, fact_id: f.fact_id, notice: f.notice}) AS answering
UNWIND [{verb: 'CONCERNS', name: task.name, key: task.key, kind: 'task', role: c.role, date: c.date, dated: c.date_text, file: c.file, line: c.line,
    quote: c.quote, fact_id: c.fact_id, notice: c.notice}] + answering AS e
WITH n, i, e WHERE e.verb IS NOT NULL
WITH n, i, e ORDER BY e.date DESC, e.fact_id
WITH n, e.name AS who, e.key AS who_key, e.kind AS who_kind, e.verb AS verb, count(DISTINCT i.key) AS times, collect(e)[0] AS e
RETURN who, toLower(verb) AS relation, e.role AS role, n.name AS what, times, e.dated AS dated, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, who_key, who_kind, n.key AS what_key, 'project' AS what_kind
ORDER BY e.date DESC, relation, who, what, who_key, what_key, fact_id LIMIT $limit
