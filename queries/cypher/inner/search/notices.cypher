// Notices with their gazettes, for the search index.
MATCH (n:Notice)-[:IN]->(d:Document)
RETURN n.key AS key, n.name AS name, n.number AS number, n.dated AS dated, d.name AS gazette, d.issue AS issue, d.file AS file
ORDER BY key LIMIT $limit
