// zh: 与某工作领域直接相连的一切
// en: All that is tied to a topic
// asks: analyst
// section: around
// param topic (key): 键 | the key
// columns: who, relation, role, what, dated, file, line, quote, fact_id, notice, who_key, who_kind, what_key, what_kind
// draw: who -relation-> what
// example: topic=KEY
UNWIND $topic AS node_key
MATCH (n:Topic {key: node_key})-[e:LEADS|ASSISTS|REPORTED|CONCERNS|ISSUED|CITES|REPEALS|REVOKES|LOCATED_AT]-(x)
WITH e, CASE WHEN startNode(e) = n THEN n ELSE x END AS s, CASE WHEN startNode(e) = n THEN x ELSE n END AS t
RETURN s.name AS who, toLower(type(e)) AS relation, e.role AS role, t.name AS what, e.date_text AS dated, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       s.key AS who_key,
       CASE WHEN s:Official THEN 'official' WHEN s:Task THEN 'task' WHEN s:Topic THEN 'topic' WHEN s:Project THEN 'project' WHEN s:Policy THEN 'policy' WHEN s:Place THEN 'place' ELSE s.kind END AS who_kind,
       t.key AS what_key,
       CASE WHEN t:Official THEN 'official' WHEN t:Task THEN 'task' WHEN t:Topic THEN 'topic' WHEN t:Project THEN 'project' WHEN t:Policy THEN 'policy' WHEN t:Place THEN 'place' ELSE t.kind END AS what_kind
ORDER BY e.date DESC, relation, who, what, who_key, what_key, fact_id LIMIT $limit
