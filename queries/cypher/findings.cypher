// zh: 疑点、冲突与数字不符
// en: Doubts, conflicts and stated numbers that differ
// asks: journalist
// section: sources
// param kind (text) = *: 类别，如 冲突 | kind, such as conflict
// columns: kind, why, finding, about, state, score, file, line, quote, about_key, finding_key
// draw: none
// example: kind=conflict
MATCH (f:Finding)
WHERE $kind = '' OR f.kind = $kind
OPTIONAL MATCH (f)-[:ABOUT]->(x)
WITH f, x ORDER BY x.name, x.key
WITH f, collect(x.name) AS names, collect(x.key) AS keys
RETURN f.kind AS kind, f.why AS why, CASE WHEN f.kind = 'doubt' OR f.kind = 'conflict' THEN null ELSE f.name END AS finding, names AS about, f.status AS state, f.score AS score, f.file AS file,
       f.line AS line, f.quote AS quote,
       keys AS about_key, f.key AS finding_key
ORDER BY kind, file, line, finding_key LIMIT $limit
