// Bodies to begin with: those with most items.
MATCH (o:Organization)-[e:LEADS|ASSISTS]->(t:Task)
WITH o, count(DISTINCT t.key) AS items
RETURN o.name AS name
ORDER BY items DESC, name, o.key LIMIT $limit
