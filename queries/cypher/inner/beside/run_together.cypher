// Rows of the documents asked about whose officials the layout has run together: they are no one's, and in no count.
MATCH (f:Finding)-[:ABOUT]->(n:Notice)
WHERE n.key IN $document AND f.kind = 'doubt' AND f.why CONTAINS 'persons_run_together'
OPTIONAL MATCH (i:Item {notice: n.key}) WHERE i.line = f.line
WITH n, f, min(split(coalesce(i.annex, ''), ' ')[0]) AS annex
WITH n, f, toString(f.line) + CASE WHEN coalesce(annex, '') = '' THEN '' ELSE ' (' + annex + ')' END AS place ORDER BY f.line, f.key
WITH n, collect(DISTINCT place) AS lines
RETURN 'run_together' AS message, coalesce(n.number, n.name) AS number, size(lines) AS count,
       reduce(listed = '', line IN lines | listed + CASE WHEN listed = '' THEN '' ELSE ', ' END + line) AS lines
ORDER BY number, n.key LIMIT $limit
