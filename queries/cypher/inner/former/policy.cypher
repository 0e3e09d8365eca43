// Policies of a jurisdiction with their names, to find the one that a former key was of.
MATCH (n:Policy) WHERE n.key STARTS WITH $begins
RETURN n.key AS key, n.name AS name, n.names AS names, [] AS members ORDER BY key LIMIT $limit
