// zh: 与某单位直接相连的一切
// en: All that is tied to a body
// asks: analyst
// section: around
// param body (body): 单位 | the body
// columns: who, relation, role, what, dated, file, line, quote, fact_id, notice, who_key, who_kind, what_key, what_kind
// draw: who -relation-> what
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})
OPTIONAL MATCH (o)<-[:OF]-(p:Post)
WITH o, collect(p) AS posts
UNWIND [o] + posts AS here
MATCH (here)-[e:LEADS|ASSISTS|LIAISES|MEMBER_OF|HOSTS|PART_OF|LOCATED_AT|ISSUED|REPORTED|APPOINTED|DISMISSED|TITLED]-(x)
OPTIONAL MATCH (x)-[:OF]->(task:Task)
WITH o, here, e, CASE WHEN task IS NULL THEN x ELSE task END AS y
WITH o, here, e, CASE WHEN startNode(e) = here THEN o ELSE y END AS s, CASE WHEN startNode(e) = here THEN y ELSE o END AS t
RETURN s.name AS who, toLower(type(e)) AS relation, CASE WHEN here:Post THEN here.name ELSE e.role END AS role, t.name AS what,
       e.date_text AS dated, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       s.key AS who_key,
       CASE WHEN s:Official THEN 'official' WHEN s:Task THEN 'task' WHEN s:Topic THEN 'topic' WHEN s:Project THEN 'project' WHEN s:Policy THEN 'policy' WHEN s:Place THEN 'place' ELSE s.kind END AS who_kind,
       t.key AS what_key,
       CASE WHEN t:Official THEN 'official' WHEN t:Task THEN 'task' WHEN t:Topic THEN 'topic' WHEN t:Project THEN 'project' WHEN t:Policy THEN 'policy' WHEN t:Place THEN 'place' ELSE t.kind END AS what_kind
ORDER BY e.date DESC, relation, who, what, who_key, what_key, fact_id, role LIMIT $limit
