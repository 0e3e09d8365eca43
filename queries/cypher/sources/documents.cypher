// zh: 已载入的公报
// en: The issues loaded
// asks: analyst
// section: sources
// columns: gazette, issue, published, notices, file, url, document_key
// rows: contents document=file
// draw: none
// example:
MATCH (d:Document)
OPTIONAL MATCH (n:Notice)-[:IN]->(d)
RETURN d.name AS gazette, d.issue AS issue, d.published AS published, count(n) AS notices, d.file AS file, d.url AS url,
       d.key AS document_key
ORDER BY published, gazette, issue, document_key LIMIT $limit
