// zh: 可能是同一人或同一单位，待人判断
// en: Possible same persons or bodies, for a person to decide
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
       one.key AS one_key, CASE WHEN one:Official THEN 'official' ELSE one.kind END AS one_kind,
       other.key AS other_key, CASE WHEN other:Official THEN 'official' ELSE other.kind END AS other_kind, f.key AS finding_key
ORDER BY score DESC, one, one_key, other_key, finding_key LIMIT $limit
