// zh: 可能是同一人、同一单位或同一任务，待人判断
// en: Possibly the same: persons, bodies, documents, items; for a person to decide
// asks: journalist
// section: people
// param word (text) = *: 姓名或单位 | part of a name
// columns: finding, score, why, one, other, state, file, line, quote, one_key, one_kind, other_key, other_kind, finding_key
// draw: one -finding-> other
// example: word=陈勇
MATCH (one)<-[:ABOUT]-(f:Finding)-[:ABOUT]->(other)
WHERE f.kind = 'possible_same' AND one.key < other.key AND (one.name CONTAINS $word OR other.name CONTAINS $word)
RETURN f.name AS finding, f.score AS score, f.why AS why, one.name AS one, other.name AS other, f.status AS state, f.file AS file,
       f.line AS line, f.quote AS quote,
       one.key AS one_key, CASE WHEN one:Official THEN 'official' WHEN one:Task THEN 'task' WHEN one:Topic THEN 'topic' WHEN one:Project THEN 'project' WHEN one:Policy THEN 'policy' WHEN one:Place THEN 'place' ELSE one.kind END AS one_kind,
       other.key AS other_key, CASE WHEN other:Official THEN 'official' WHEN other:Task THEN 'task' WHEN other:Topic THEN 'topic' WHEN other:Project THEN 'project' WHEN other:Policy THEN 'policy' WHEN other:Place THEN 'place' ELSE other.kind END AS other_kind, f.key AS finding_key
ORDER BY score DESC, one, one_key, other_key, finding_key LIMIT $limit
