// The names of all projects, for other spellings of one.
MATCH (p:Project)
RETURN p.key AS key, p.scope AS scope, p.name AS name
ORDER BY key LIMIT $limit
