// Posts whose names, begun with that of their body, hold the words, the shortest first.
MATCH (x:Post)-[:OF]->(o:Organization)
WHERE all(word IN $words WHERE o.name + x.name CONTAINS word)
WITH x, o ORDER BY size(o.name) + size(x.name), x.key LIMIT $limit
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH x, o, min(j.name) AS place
RETURN 'post' AS kind, x.key AS key, o.name + x.name AS name, [] AS names, place
ORDER BY size(name), key LIMIT $limit
