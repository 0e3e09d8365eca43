// A leading group, task force or headquarters by its name.
MATCH (o:Organization) WHERE o:Group
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, j ORDER BY j.key
WITH o, collect(j.name)[0] AS place
RETURN o.key AS key, o.name AS name, o.names AS names, o.kind AS kind, place
ORDER BY name, key
