// What a task concerns, rests on and what was reported of it.
MATCH (i:Item)-[:OF]->(t:Task {key: $key})
MATCH (i)-[e:CONCERNS|UNDER|REPORTED]-(x)
RETURN toLower(type(e)) AS relation, x.name AS name, x.key AS key,
       CASE WHEN x:Project THEN 'project' WHEN x:Policy THEN 'policy' ELSE x.kind END AS kind,
       CASE WHEN type(e) = 'REPORTED' THEN e.status ELSE e.role END AS said, e.quote AS quote, e.fact_id AS fact_id
ORDER BY relation, name, key, fact_id LIMIT $limit
