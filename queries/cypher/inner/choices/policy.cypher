// A document by its number or title.
MATCH (p:Policy)
RETURN p.key AS key, p.name AS name, [p.number] AS names, 'policy' AS kind, p.status AS place
ORDER BY name, key
