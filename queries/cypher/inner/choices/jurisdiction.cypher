// A jurisdiction by its name or code, with all above it.
MATCH (j:Jurisdiction)
OPTIONAL MATCH (j)-[:WITHIN*1..4]->(up:Jurisdiction)
WITH j, up ORDER BY up.key
WITH j, collect(DISTINCT up.key) AS above
RETURN j.key AS key, j.name AS name, above, 'jurisdiction' AS kind, j.level AS place
ORDER BY key
