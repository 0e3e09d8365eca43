// zh: 疑点、冲突与自报数字（不符与相符）
// en: Doubts, conflicts and stated numbers, those that differ and those that agree
// asks: journalist
// section: sources
// param kind (text) = *: 类别，如 冲突 | kind, such as conflict
// param state (text) = *: 状态：待定、已采纳、已否决、相符 | state: open, accepted, rejected, agrees
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// columns: kind, why, finding, about, state, score, file, line, quote, about_key, finding_key
// draw: none
// starts: document=findings_of_document
// example: kind=conflict
MATCH (f:Finding)
WHERE ($kind = '' OR f.kind = $kind) AND ($state = '' OR f.status = $state)
OPTIONAL MATCH (f)-[:ABOUT]->(x)
WITH f, x ORDER BY x.name, x.key
WITH f, collect(x.name) AS names, collect(x.key) AS keys
WHERE size($document) = 0 OR any(key IN $document WHERE key IN keys)
RETURN f.kind AS kind, f.why AS why, CASE WHEN f.kind = 'doubt' OR f.kind = 'conflict' THEN null ELSE f.name END AS finding, names AS about, f.status AS state, f.score AS score, f.file AS file,
       f.line AS line, f.quote AS quote,
       keys AS about_key, f.key AS finding_key
ORDER BY kind, file, line, finding_key LIMIT $limit
