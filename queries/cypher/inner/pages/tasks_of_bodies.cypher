// The bodies of a place, each with the tasks that it leads and those in which it has any part.
MATCH (j:Jurisdiction {key: $place})<-[:WITHIN]-(o:Organization)-[e:LEADS|ASSISTS]->(i:Item)-[:OF]->(t:Task)
WITH o, t, max(CASE WHEN type(e) = 'LEADS' THEN 1 ELSE 0 END) AS leads
RETURN o.key AS key, o.name AS name, o.names AS names, o.kind AS kind, count(t) AS tasks, sum(leads) AS leads
ORDER BY tasks DESC, leads DESC, name, key LIMIT $limit
