// Bodies to begin with: those with most items.
MATCH (o:Organization)-[e:LEADS|ASSISTS]->(:Item)-[:OF]->(t:Task)
WITH o.name AS name, count(DISTINCT t.key) AS items
RETURN name
ORDER BY items DESC, name LIMIT $limit
