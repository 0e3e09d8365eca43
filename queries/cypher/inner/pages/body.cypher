// One body with its place.
MATCH (o:Organization {key: $key})
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
RETURN o.key AS key, o.name AS name, o.names AS names, o.kind AS kind, o.category AS category, o.phone AS phone, min(j.name) AS place
ORDER BY key LIMIT $limit
