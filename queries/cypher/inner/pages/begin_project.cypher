// Projects to begin with: those of which most items speak, by a name short enough for a line.
MATCH (p:Project)<-[:CONCERNS]-(i:Item)
WHERE size(p.name) <= 8 AND i.name CONTAINS p.name
WITH p.name AS name, count(DISTINCT i.key) AS items
RETURN name
ORDER BY items DESC, name LIMIT $limit
