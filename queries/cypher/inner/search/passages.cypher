// Passages as printed, private numbers masked, for the search index.
MATCH (p:Passage)-[:IN]->(d:Document)
RETURN p.key AS key, p.text AS text, p.line AS line, p.span_start AS span_start, p.span_end AS span_end, d.key AS document,
       d.name AS gazette, d.issue AS issue, d.file AS file
ORDER BY key LIMIT $limit
