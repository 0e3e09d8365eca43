// All relationships of a thing, with their other ends.
MATCH (x:Project|Policy|Topic|Place {key: $key})-[e]-(y)
WHERE NOT y:Finding
OPTIONAL MATCH (y)-[:OF]->(t:Task)
RETURN toLower(type(e)) AS relation, CASE WHEN startNode(e) = x THEN 'out' ELSE 'in' END AS direction, CASE WHEN x:Topic AND e.topic IS NOT NULL THEN coalesce(e.role, '') + '（' + e.topic + '）' ELSE e.role END AS role, y.name AS name,
       CASE WHEN t IS NULL THEN y.key ELSE y.key END AS key,
       CASE WHEN y:Official THEN 'official' WHEN y:Item THEN 'item' WHEN y:Task THEN 'task' WHEN y:Project THEN 'project' WHEN y:Policy THEN 'policy'
            WHEN y:Topic THEN 'topic' WHEN y:Notice THEN 'document' WHEN y:Jurisdiction THEN 'place' ELSE y.kind END AS kind,
       e.date_text AS dated, e.quote AS quote, e.fact_id AS fact_id, e.line AS line, e.file AS file
ORDER BY relation, direction, e.date DESC, name, key, fact_id LIMIT $limit
