// The texts on which the tasks of a place rest, with the number of its items under each.
MATCH (d:Document)
WHERE d.jurisdiction = $place
WITH d
MATCH (d)<-[:IN]-(:Notice)<-[:IN]-(i:Item)-[:UNDER]->(p:Policy)
RETURN p.key AS key, p.name AS name, count(DISTINCT i.key) AS items
ORDER BY items DESC, name, key LIMIT $limit
