// zh: 与某人直接相连的一切
// en: All that is tied to an official
// asks: analyst
// section: around
// param official (official): 姓名 | the official
// columns: who, relation, role, what, dated, file, line, quote, fact_id, notice, who_key, who_kind, what_key, what_kind
// draw: who -relation-> what
// example: official=雷火清
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[e:LEADS|ASSISTS|LIAISES|COVERS|MEMBER_OF|SUCCEEDED|APPOINTED|DISMISSED|TITLED]-(x)
OPTIONAL MATCH (x)-[:OF]->(o:Organization|Task)
WITH a, e, x, CASE WHEN o IS NULL THEN x ELSE o END AS b
WITH a, e, x, CASE WHEN startNode(e) = a THEN a ELSE b END AS s, CASE WHEN startNode(e) = a THEN b ELSE a END AS t
RETURN s.name AS who, toLower(type(e)) AS relation, CASE WHEN x:Post THEN x.name ELSE e.role END AS role, t.name AS what,
       e.date_text AS dated, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       s.key AS who_key,
       CASE WHEN s:Official THEN 'official' WHEN s:Task THEN 'task' WHEN s:Topic THEN 'topic' WHEN s:Project THEN 'project' WHEN s:Policy THEN 'policy' WHEN s:Place THEN 'place' ELSE s.kind END AS who_kind,
       t.key AS what_key,
       CASE WHEN t:Official THEN 'official' WHEN t:Task THEN 'task' WHEN t:Topic THEN 'topic' WHEN t:Project THEN 'project' WHEN t:Policy THEN 'policy' WHEN t:Place THEN 'place' ELSE t.kind END AS what_kind
ORDER BY e.date DESC, relation, who, what, who_key, what_key, fact_id, role LIMIT $limit
