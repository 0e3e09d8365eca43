// Bodies with their names, kinds and places.
MATCH (o:Organization)
WHERE o.key IN $keys
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
RETURN o.key AS key, o.name AS name, o.names AS names, o.kind AS kind, min(j.key) AS place
ORDER BY key LIMIT $limit
