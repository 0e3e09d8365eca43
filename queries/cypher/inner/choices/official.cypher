// An official by name, with a post that tells namesakes apart.
MATCH (a:Official)
OPTIONAL MATCH (a)-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
WITH a, o, p ORDER BY o.name, p.name, p.key
WITH a, collect(o.name + p.name)[0] AS place
RETURN a.key AS key, a.name AS name, a.names AS names, 'official' AS kind, place
ORDER BY name, key
