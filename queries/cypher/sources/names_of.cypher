// zh: 某单位用过的全部名称与登记信息
// en: All names of a body, its address, parent and parts
// asks: analyst
// section: sources
// param body (body): 单位 | the body
// columns: body, kind, names, place, parents, parts, addresses, body_key, body_kind
// draw: none
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, min(j.name) AS place
OPTIONAL MATCH (o)-[:PART_OF]->(u:Organization)
WITH o, place, u ORDER BY u.name, u.key
WITH o, place, collect(DISTINCT u.name) AS parents
OPTIONAL MATCH (o)<-[:PART_OF]-(v:Organization)
WITH o, place, parents, v ORDER BY v.name, v.key
WITH o, place, parents, collect(DISTINCT v.name) AS parts
OPTIONAL MATCH (o)-[:LOCATED_AT]->(a:Place)
WITH o, place, parents, parts, a ORDER BY a.name, a.key
WITH o, place, parents, parts, collect(DISTINCT a.name) AS addresses
RETURN o.name AS body, o.kind AS kind, o.names AS names, place, parents, parts, addresses, o.key AS body_key, o.kind AS body_kind
ORDER BY body, body_key LIMIT $limit
