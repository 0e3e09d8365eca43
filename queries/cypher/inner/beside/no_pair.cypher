// Officials asked about of whom no document prints who acts for them: the rules of work alone do not name anyone.
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})
WHERE NOT EXISTS { MATCH (a)-[:COVERS]-(:Official) }
RETURN 'no_pair' AS message, a.name AS official
ORDER BY official, official_key LIMIT $limit
