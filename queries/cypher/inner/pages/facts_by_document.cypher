// How many facts each document gives, by relation.
MATCH (s)-[e]->(t)
WHERE e.fact_id IS NOT NULL
RETURN e.document AS document, type(e) AS relation, count(*) AS count
ORDER BY document, count DESC, relation LIMIT $limit
