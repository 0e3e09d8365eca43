// zh: 与某任务直接相连的一切
// en: All that is tied to an item
// asks: analyst
// section: around
// param task (key): 键 | the key
// columns: who, relation, role, what, times, dated, file, line, quote, fact_id, notice, who_key, who_kind, what_key, what_kind
// draw: who -relation-> what
// example: task=KEY
UNWIND $task AS node_key
MATCH (n:Task {key: node_key})<-[:OF]-(i:Item)-[e:LEADS|ASSISTS|REPORTED|CONCERNS|UNDER]-(x)
WITH n, i, e, x, CASE WHEN startNode(e) = i THEN n ELSE x END AS s, CASE WHEN startNode(e) = i THEN x ELSE n END AS t ORDER BY e.date DESC, e.fact_id, i.key
WITH n, s, t, type(e) AS verb, count(DISTINCT i.key) AS times, collect({role: e.role, date: e.date, dated: e.date_text, file: coalesce(e.file, i.file), line: coalesce(e.line, i.line),
    quote: coalesce(e.quote, i.name), fact_id: coalesce(e.fact_id, e.cites), notice: coalesce(e.notice, i.notice)})[0] AS e
RETURN s.name AS who, toLower(verb) AS relation, e.role AS role, t.name AS what, times, e.dated AS dated, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       s.key AS who_key,
       CASE WHEN s:Official THEN 'official' WHEN s:Task THEN 'task' WHEN s:Topic THEN 'topic' WHEN s:Project THEN 'project' WHEN s:Policy THEN 'policy' WHEN s:Place THEN 'place' ELSE s.kind END AS who_kind,
       t.key AS what_key,
       CASE WHEN t:Official THEN 'official' WHEN t:Task THEN 'task' WHEN t:Topic THEN 'topic' WHEN t:Project THEN 'project' WHEN t:Policy THEN 'policy' WHEN t:Place THEN 'place' ELSE t.kind END AS what_kind
ORDER BY e.date DESC, relation, who, what, who_key, what_key, fact_id LIMIT $limit
