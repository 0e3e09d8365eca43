// Jurisdictions of which bodies have tasks.
MATCH (j:Jurisdiction)<-[:WITHIN]-(o:Organization)-[:LEADS|ASSISTS]->(i:Item)
RETURN j.key AS key, j.name AS name, count(DISTINCT i.key) AS items
ORDER BY items DESC, key LIMIT $limit
