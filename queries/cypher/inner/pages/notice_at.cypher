// The notice of a document that holds a place.
MATCH (n:Notice)-[:IN]->(d:Document {key: $document})
WHERE n.span_start <= $place AND n.span_end > $place
RETURN n.key AS key, n.span_start AS first
ORDER BY first DESC, key LIMIT $limit
