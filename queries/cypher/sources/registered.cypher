// zh: 一个地区的登记信息：地址、电话、上级
// en: The register of a place: addresses, telephones, parents
// asks: analyst
// section: sources
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 单位名称中的词 | words of the body's name
// columns: body, relation, other, role, phone, dated, place, file, line, quote, fact_id, notice, body_key, body_kind, other_key, other_kind
// draw: none
// example: jurisdiction=*
MATCH (o:Organization)-[e:LOCATED_AT|PART_OF]->(x)
WHERE all(word IN $words WHERE toLower(o.name) CONTAINS word)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, x, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN o.name AS body, toLower(type(e)) AS relation, x.name AS other, e.role AS role, e.phone AS phone, e.date_text AS dated, place, e.file AS file,
       e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, o.key AS body_key, o.kind AS body_kind, x.key AS other_key,
       CASE WHEN x:Place THEN 'place' ELSE x.kind END AS other_kind
ORDER BY file, line, body, body_key, relation, other, fact_id LIMIT $limit
