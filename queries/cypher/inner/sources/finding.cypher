// One finding by its key, with the place in its document that it is about, for the source page.
MATCH (f:Finding {key: $key})
WITH f, f.file AS file
MATCH (d:Document {file: file})
MATCH (p:Passage)-[:IN]->(d)
WHERE p.line <= f.line
WITH f, d, p ORDER BY p.span_start DESC, p.key
WITH f, d, collect(p) AS before
WITH f, d, before, [p IN before WHERE p.text CONTAINS f.quote] AS holding
WITH f, d, CASE WHEN size(holding) > 0 THEN holding[0] ELSE before[0] END AS p, size(holding) > 0 AS held
RETURN f.kind AS kind, f.why AS why, d.key AS document, null AS notice, f.file AS file, f.line AS line, f.quote AS quote,
       p.span_start + CASE WHEN held THEN size(split(p.text, f.quote)[0]) ELSE 0 END AS span_start,
       CASE WHEN held THEN p.span_start + size(split(p.text, f.quote)[0]) + size(f.quote) ELSE p.span_end END AS span_end
ORDER BY file, span_start, document LIMIT $limit
