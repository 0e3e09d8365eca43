// The notices of some places in the order of their files, so that a list of all items is read document after document.
MATCH (n:Notice)-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
RETURN n.key AS key, d.file AS file
ORDER BY file, key LIMIT $limit
