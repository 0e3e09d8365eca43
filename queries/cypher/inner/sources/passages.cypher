// The passages of one document around a place, for the source page.
MATCH (p:Passage)-[:IN]->(d:Document {key: $document})
WHERE p.span_end > $first AND p.span_start < $last
RETURN p.text AS text, p.line AS line, p.span_start AS span_start, p.span_end AS span_end
ORDER BY span_start, span_end, p.key LIMIT $limit
