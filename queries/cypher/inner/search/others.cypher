// Projects, policies, topics and places, for the search index.
MATCH (x:Project|Policy|Topic|Place)
RETURN x.key AS key, x.name AS name, x.number AS number,
       CASE WHEN x:Project THEN 'project' WHEN x:Policy THEN 'policy' WHEN x:Topic THEN 'topic' ELSE 'place' END AS kind
ORDER BY key LIMIT $limit
