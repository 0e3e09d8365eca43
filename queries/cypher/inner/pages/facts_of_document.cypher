// Facts of a document with the place where each stands and their two ends, so that a reader can mark them.
MATCH (s)-[e]->(t)
WHERE e.document = $document AND e.fact_id IS NOT NULL AND e.span_start IS NOT NULL
OPTIONAL MATCH (t)-[:OF]->(o:Organization)
RETURN e.fact_id AS fact_id, e.notice AS notice, toLower(type(e)) AS relation, e.role AS role,
       e.span_start AS first, e.span_end AS last, e.line AS line, e.date_text AS dated, s.name AS source,
       CASE WHEN s:Official THEN 'official' WHEN s:Policy THEN 'policy' WHEN s:Item OR s:Task THEN 'task' ELSE s.kind END AS source_kind,
       s.key AS source_key, coalesce(o.name, '') + t.name AS target,
       CASE WHEN o IS NOT NULL THEN o.kind WHEN t:Official THEN 'official' WHEN t:Policy THEN 'policy' WHEN t:Item OR t:Task THEN 'task'
            WHEN t:Topic THEN 'topic' WHEN t:Project THEN 'project' WHEN t:Place THEN 'place' ELSE t.kind END AS target_kind,
       coalesce(o.key, t.key) AS target_key
ORDER BY first, last, fact_id LIMIT $limit
