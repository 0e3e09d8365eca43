// The notice in which each fact stands.
MATCH (s)-[e]->(t)
WHERE e.fact_id IS NOT NULL AND e.notice IS NOT NULL
RETURN e.fact_id AS fact_id, e.notice AS notice
ORDER BY fact_id LIMIT $limit
