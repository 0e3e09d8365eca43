// The notices of a document, in printed order, for the reader's contents.
MATCH (n:Notice)-[:IN]->(d:Document {key: $document})
RETURN n.key AS key, n.name AS heading, n.number AS number, n.page AS page, n.section AS section, d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading,
       d.file AS file, n.span_start AS first
ORDER BY first, key LIMIT $limit
