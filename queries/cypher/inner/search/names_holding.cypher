// Things whose names hold the words, the shortest first: what is found while the index of a large graph is still being made.
MATCH (x:Official|Organization|Task|Project|Policy|Topic|Place|Notice)
WHERE all(word IN $words WHERE x.name CONTAINS word OR any(name IN coalesce(x.names, []) WHERE name CONTAINS word))
WITH x ORDER BY size(x.name), x.key LIMIT $limit
OPTIONAL MATCH (x)-[:WITHIN]->(j:Jurisdiction)
OPTIONAL MATCH (x)<-[:OF]-(i:Item)
WITH x, min(j.name) AS place, min(i.key) AS item
RETURN CASE WHEN x:Official THEN 'official' WHEN x:Organization THEN x.kind WHEN x:Task THEN 'task' WHEN x:Project THEN 'project'
            WHEN x:Policy THEN 'policy' WHEN x:Topic THEN 'topic' WHEN x:Place THEN 'place' ELSE 'document' END AS kind,
       coalesce(item, x.key) AS key, x.name AS name, x.names AS names, place
ORDER BY size(name), key LIMIT $limit
