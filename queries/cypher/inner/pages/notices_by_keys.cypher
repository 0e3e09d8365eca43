// Some notices by their keys, for citations.
UNWIND $keys AS notice_key
MATCH (n:Notice {key: notice_key})-[:IN]->(d:Document)
RETURN n.key AS key, n.name AS heading, n.number AS number, n.page AS page, d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, d.file AS file,
       d.key AS document
ORDER BY key LIMIT $limit
