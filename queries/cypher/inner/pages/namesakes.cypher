// Others who may be the same, undecided.
MATCH (f:Finding)-[:ABOUT]->(a {key: $key})
WHERE f.kind = 'possible_same' AND f.status = 'open'
MATCH (f)-[:ABOUT]->(b)
WHERE b.key <> $key
RETURN f.key AS finding, b.key AS key, b.name AS name
ORDER BY finding, key LIMIT $limit
