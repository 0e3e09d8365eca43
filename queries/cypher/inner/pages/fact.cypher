// One fact with its quotation and place.
MATCH (s)-[e]->(t)
WHERE e.fact_id = $fact_id
WITH s, e, t, e.notice AS notice_key
OPTIONAL MATCH (n:Notice {key: notice_key})
OPTIONAL MATCH (n)-[:IN]->(d:Document)
OPTIONAL MATCH (t)-[:OF]->(b:Organization)
RETURN toLower(type(e)) AS relation, e.role AS role, t.name AS name, s.name AS subject, coalesce(b.name, t.name) AS object, e.date AS date, e.date_text AS dated, e.quote AS quote, e.line AS line, e.fact_id AS fact_id,
       n.page AS page, n.number AS number, n.key AS notice, d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, e.file AS file
ORDER BY fact_id, name LIMIT $limit
