// Places of a jurisdiction with their names, to find the one that a former key was of.
MATCH (n:Place) WHERE n.key STARTS WITH $begins
RETURN n.key AS key, n.name AS name, [] AS names, [] AS members ORDER BY key LIMIT $limit
