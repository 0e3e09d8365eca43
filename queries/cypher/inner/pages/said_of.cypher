// What the documents say of an official, newest first, each with its quotation.
MATCH (a:Official {key: $key})-[e]->(x)
WHERE e.fact_id IS NOT NULL
OPTIONAL MATCH (x)-[:OF]->(o:Organization)
WITH a, e, x, o, e.notice AS notice_key
OPTIONAL MATCH (n:Notice {key: notice_key})
OPTIONAL MATCH (n)-[:IN]->(d:Document)
RETURN toLower(type(e)) AS relation, e.role AS role, x.name AS name, o.name AS body, e.date_text AS dated, e.quote AS quote, e.line AS line,
       e.fact_id AS fact_id, n.page AS page, n.number AS number, n.key AS notice, d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, e.file AS file, e.span_start AS span_start
ORDER BY e.date DESC, fact_id LIMIT $limit
