// One item by the key of its undertaking, wherever a notice prints it, for the source page.
MATCH (t:Task {key: $key})<-[:OF]-(i:Item)-[:IN]->(n:Notice)-[:IN]->(d:Document)
RETURN 'task' AS kind, i.name AS why, d.key AS document, n.key AS notice, d.file AS file, i.line AS line, i.name AS quote,
       i.span_start AS span_start, i.span_end AS span_end
ORDER BY file, span_start, notice LIMIT $limit
