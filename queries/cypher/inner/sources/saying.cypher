// The notices whose text says something, most often first.
MATCH (p:Passage)-[:IN]->(d:Document)
WHERE p.text CONTAINS $text
WITH p, d, p.span_start AS place
MATCH (n:Notice)-[:IN]->(d)
WHERE n.span_start <= place AND n.span_end > place
RETURN n.key AS notice, n.name AS name, n.number AS number, count(p) AS found
ORDER BY found DESC, notice LIMIT $limit
