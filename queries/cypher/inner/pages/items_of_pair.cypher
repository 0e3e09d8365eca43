// The items that two bodies share: one row a role of one of the two.
MATCH (o:Organization {key: $key})-[:LEADS|ASSISTS]->(i:Item)<-[:LEADS|ASSISTS]-(b:Organization {key: $other})
WITH DISTINCT i
MATCH (i)-[:OF]->(t:Task)
MATCH (who:Organization)-[e:LEADS|ASSISTS]->(i)
WHERE who.key = $key OR who.key = $other
RETURN i.key AS item, t.key AS task, t.name AS what, i.name AS text, i.number AS number, i.section AS section, i.deadline AS deadline,
       i.dated AS dated, i.aggregates AS aggregates, i.unnamed AS unnamed, i.notice AS notice, i.file AS file, i.line AS line,
       i.span_start AS first, toLower(type(e)) AS relation, e.role AS role, who.name AS who, who.key AS who_key, who.kind AS who_kind,
       e.fact_id AS fact_id, e.quote AS quote
ORDER BY i.dated DESC, file, first, item, relation DESC, who_key, fact_id LIMIT $limit
