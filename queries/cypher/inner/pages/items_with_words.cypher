// Items whose text or section holds the words, with all who answer for them: one row a role.
MATCH (i:Item)
WHERE all(word IN $words WHERE replace(toLower(i.name), '人民政府', '政府') CONTAINS word)
MATCH (i)-[:OF]->(t:Task)
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS]-(who)
RETURN i.key AS item, t.key AS task, t.name AS what, i.name AS text, i.number AS number, i.section AS section, i.deadline AS deadline,
       i.dated AS dated, i.aggregates AS aggregates, i.unnamed AS unnamed, i.notice AS notice, i.file AS file, i.line AS line,
       i.span_start AS first, toLower(type(e)) AS relation, e.role AS role, who.name AS who, who.key AS who_key,
       CASE WHEN who:Official THEN 'official' ELSE who.kind END AS who_kind, e.fact_id AS fact_id, e.quote AS quote
ORDER BY i.dated DESC, file, first, item, relation DESC, e.span_start, who, who_key, fact_id LIMIT $limit
