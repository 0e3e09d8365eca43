// One notice with its document.
MATCH (n:Notice {key: $key})-[:IN]->(d:Document)
RETURN n.key AS key, n.name AS heading, n.number AS number, n.page AS page, n.span_start AS first, n.span_end AS last, d.key AS document,
       d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, d.file AS file, d.url AS url
ORDER BY key LIMIT $limit
