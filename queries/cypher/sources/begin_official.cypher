// Officials to begin with: those of whom the documents say most.
MATCH (a:Official)-[e:APPOINTED|DISMISSED|LEADS]->(x)
WITH a, count(e) AS facts
RETURN a.name AS name
ORDER BY facts DESC, name, a.key LIMIT $limit
