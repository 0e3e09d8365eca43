// One fact by its id, with its two ends, for the source page.
MATCH (s)-[e]->(t)
WHERE e.fact_id = $fact_id
OPTIONAL MATCH (t)-[:OF]->(o:Organization)
RETURN s.name AS source, toLower(type(e)) AS relation, e.role AS role, t.name AS target, o.name AS body, e.date_text AS dated, e.document AS document,
       e.notice AS notice, e.file AS file, e.line AS line, e.quote AS quote, e.span_start AS span_start, e.span_end AS span_end
ORDER BY file, span_start, source, target, s.key, t.key LIMIT $limit
