// zh: 一个地区的登记信息：地址、电话、上级
// en: The register of a place: addresses, telephones, parents
// asks: analyst
// section: sources
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 单位、上级或地址中的词，或关系的原文用词，如 委托机关 | words of the body's name, of its parent's or of its address, or of how it belongs there
// columns: body, relation, other, address, role, phone, dated, place, file, line, quote, fact_id, notice, body_key, body_kind, other_key, other_kind
// draw: none
// starts: jurisdiction=bodies_of_place
// example: jurisdiction=*
MATCH (o:Organization)-[r:LOCATED_AT|PART_OF]->(y)
WITH o, y, r ORDER BY y.key, r.fact_id
WITH o, collect(DISTINCT y.name + coalesce(r.address, '') + coalesce(r.role, '')) AS others
WITH o, replace(reduce(said = toLower(o.name), name IN others | said + '/' + toLower(name)), ' ', '') AS said
WHERE all(word IN $words WHERE said CONTAINS word)
MATCH (o)-[e:LOCATED_AT|PART_OF]->(x)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, x, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN o.name AS body, toLower(type(e)) AS relation, x.name AS other, e.address AS address, e.role AS role, e.phone AS phone, e.date_text AS dated, place, e.file AS file,
       e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, o.key AS body_key, o.kind AS body_kind, x.key AS other_key,
       CASE WHEN x:Place THEN 'place' ELSE x.kind END AS other_kind
ORDER BY file, line, body, body_key, relation, other, fact_id LIMIT $limit
