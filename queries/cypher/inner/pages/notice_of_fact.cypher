// The notice in which a fact stands.
MATCH (s)-[e]->(t)
WHERE e.fact_id = $fact_id
RETURN e.notice AS notice, e.fact_id AS fact_id
ORDER BY fact_id LIMIT $limit
