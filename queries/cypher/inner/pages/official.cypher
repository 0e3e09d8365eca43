// One official, with where they serve and how many others bear the name.
MATCH (a:Official {key: $key})
OPTIONAL MATCH (a)-[:HOLDS]->(p:Post)-[:OF]->(o:Organization)-[:WITHIN]->(j:Jurisdiction)
RETURN a.key AS key, a.name AS name, a.names AS names, a.homonym AS homonym, min(j.name) AS place
ORDER BY key LIMIT $limit
