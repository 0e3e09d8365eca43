// The bodies that share items with a body.
MATCH (o:Organization {key: $key})-[x:LEADS|ASSISTS]->(i:Item)<-[y:LEADS|ASSISTS]-(b:Organization)
WHERE b.key <> $key
MATCH (i)-[:OF]->(t:Task)
WITH b, t, max(CASE WHEN type(x) = 'LEADS' AND type(y) = 'LEADS' THEN 1 ELSE 0 END) AS together
RETURN b.name AS name, b.key AS key, b.kind AS kind, count(t) AS items, sum(together) AS both_lead
ORDER BY items DESC, both_lead DESC, name, key LIMIT $limit
