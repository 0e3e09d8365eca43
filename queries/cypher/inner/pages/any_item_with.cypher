// Whether any item speaks of a word.
MATCH (i:Item)
WHERE i.name CONTAINS $word
RETURN i.key AS key LIMIT $limit
