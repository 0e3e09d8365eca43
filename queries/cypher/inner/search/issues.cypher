// Issues, each by its first notice, for the search index.
MATCH (n:Notice)-[:IN]->(d:Document)
WITH d, n ORDER BY n.span_start, n.key
WITH d, collect(n.key)[0] AS key
RETURN key, d.name AS gazette, d.issue AS issue, d.published AS published, d.file AS file
ORDER BY key LIMIT $limit
