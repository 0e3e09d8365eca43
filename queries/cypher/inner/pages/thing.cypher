// A project, policy, topic or place.
MATCH (x:Project|Policy|Topic|Place {key: $key})
RETURN x.key AS key, x.name AS name, x.names AS names, x.number AS number, x.dated_text AS dated, x.status AS status,
       CASE WHEN x:Project THEN 'project' WHEN x:Policy THEN 'policy' WHEN x:Topic THEN 'topic' ELSE 'place' END AS kind
ORDER BY key LIMIT $limit
