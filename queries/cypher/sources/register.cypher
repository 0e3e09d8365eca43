// zh: 单位及其下设、派出机构的地址、电话与上级
// en: Address, telephone and parent of a body, and of the bodies under it
// asks: analyst
// section: sources
// param body (body): 单位 | the body
// columns: body, relation, other, address, phone, role, dated, file, line, quote, fact_id, notice, body_key, body_kind, other_key, other_kind
// draw: body -relation-> other
// example: body=汉阳区教育局
UNWIND $body AS body_key
MATCH (u:Organization {key: body_key})
OPTIONAL MATCH (v:Organization)-[:PART_OF]->(u)
WITH u, v ORDER BY v.key
WITH u, [u.key] + collect(DISTINCT v.key) AS keys
UNWIND keys AS part
MATCH (o:Organization {key: part})-[e:LOCATED_AT|PART_OF]->(x)
WITH u, o, e, x, CASE WHEN o.key = u.key THEN 0 ELSE 1 END AS below
RETURN o.name AS body, toLower(type(e)) AS relation, x.name AS other, e.address AS address, coalesce(e.phone, o.phone) AS phone, e.role AS role,
       e.date_text AS dated, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       o.key AS body_key, o.kind AS body_kind, x.key AS other_key, CASE WHEN x:Place THEN 'place' ELSE x.kind END AS other_kind
ORDER BY u.name, u.key, below, file, e.span_start, body, body_key, relation, other, other_key, fact_id LIMIT $limit
