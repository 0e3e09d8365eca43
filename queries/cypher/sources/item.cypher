// One item by its key, where a notice prints it, for the source page.
MATCH (t:Task {key: $key})-[i:IN]->(n:Notice)-[:IN]->(d:Document)
RETURN 'task' AS kind, t.name AS why, d.key AS document, n.key AS notice, d.file AS file, null AS line, t.name AS quote,
       i.span_start AS span_start, i.span_end AS span_end
ORDER BY file, span_start, notice LIMIT $limit
