// Officials to begin with: those of whom the documents say most.
MATCH (a:Official)-[e:APPOINTED|DISMISSED|LEADS]->(x)
WITH a.name AS name, count(e) AS facts
RETURN name
ORDER BY facts DESC, name LIMIT $limit
