// The names of projects, of all places or of some, that hold all these characters, for other spellings of one.
MATCH (p:Project)
WHERE ($all OR p.scope IN $within) AND all(part IN $holding WHERE p.name CONTAINS part)
RETURN p.key AS key, p.scope AS scope, p.name AS name
ORDER BY key LIMIT $limit
