// The issues loaded, each with its first notice.
MATCH (d:Document)
OPTIONAL MATCH (j:Jurisdiction {key: d.jurisdiction})
WITH d, j
OPTIONAL MATCH (n:Notice)-[:IN]->(d)
WITH d, j, n ORDER BY n.span_start, n.key
RETURN d.key AS key, d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, d.published AS published, d.file AS file, j.name AS place, count(n) AS notices,
       collect(n.key)[0] AS first
ORDER BY published DESC, gazette, issue, key LIMIT $limit
