// Which parts of the words that matched nothing do occur in the items of some documents, or in the names of their projects.
UNWIND $document AS start_key
MATCH (n:Notice {key: start_key})<-[:IN]-(i:Item)
OPTIONAL MATCH (i)-[:CONCERNS]->(p:Project)
WITH DISTINCT CASE WHEN $question = 'projects' THEN p ELSE i END AS x
WHERE x IS NOT NULL AND any(part IN $least WHERE x.name CONTAINS part OR ($cased AND toLower(x.name) CONTAINS part))
WITH toLower(x.name) AS name
UNWIND $parts AS part
WITH part, name
WHERE name CONTAINS part
RETURN part, count(*) AS found
ORDER BY size(part) DESC, found DESC, part LIMIT $limit
