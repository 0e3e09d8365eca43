// Bodies to begin with: those with most items.
MATCH (o:Organization)-[e:LEADS|ASSISTS]->(i:Item)
WITH o.name AS name, count(*) AS items
RETURN name
ORDER BY items DESC, name LIMIT $limit
