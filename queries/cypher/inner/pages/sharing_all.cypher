// Pairs of bodies with the tasks that they share, for the matrix; streets only where asked.
MATCH (o:Organization)-[x:LEADS|ASSISTS]->(i:Item)<-[y:LEADS|ASSISTS]-(b:Organization)
WHERE o.key < b.key AND ($streets OR (o.kind <> 'street' AND b.kind <> 'street'))
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, b, i, x, y, min(j.key) AS code
WHERE $place = '' OR code = $place
MATCH (i)-[:OF]->(t:Task)
WITH o, b, t, max(CASE WHEN type(x) = 'LEADS' AND type(y) = 'LEADS' THEN 1 ELSE 0 END) AS together
RETURN o.key AS key, o.name AS name, o.names AS names, o.kind AS kind, b.key AS other_key, b.name AS other, b.names AS other_names,
       b.kind AS other_kind, count(t) AS items, sum(together) AS both_lead
ORDER BY items DESC, both_lead DESC, name, key, other, other_key LIMIT $limit
