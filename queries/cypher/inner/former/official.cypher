// Officials of a jurisdiction with their names and mentions, to find the one that a former key was of.
MATCH (n:Official) WHERE n.key STARTS WITH $begins
RETURN n.key AS key, n.name AS name, n.names AS names, n.members AS members ORDER BY key LIMIT $limit
