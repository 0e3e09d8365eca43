// zh: 文件的引用与废止链
// en: The chain of documents cited, repealed or revoked
// asks: planner
// section: policies
// param policy (policy): 文号或标题 | number or title
// columns: citing, citing_number, relation, role, cited, cited_number, dated, state, file, line, quote, fact_id, notice, citing_key, cited_key
// draw: citing:policy -relation-> cited:policy
// example: policy=新政办〔2022〕14号
UNWIND $policy AS policy_key
MATCH (one:Policy {key: policy_key})
OPTIONAL MATCH (one)-[down:CITES|REPEALS|REVOKES*1..3]->(:Policy)
WITH one, collect(down) AS below
OPTIONAL MATCH (:Policy)-[up:CITES|REPEALS|REVOKES*1..3]->(one)
WITH below, collect(up) AS above
UNWIND below + above AS path
UNWIND path AS e
WITH DISTINCT e
WITH e, startNode(e) AS x, endNode(e) AS y
RETURN x.name AS citing, x.number AS citing_number, toLower(type(e)) AS relation, e.role AS role, y.name AS cited,
       y.number AS cited_number, e.date_text AS dated,
       y.status AS state, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       x.key AS citing_key, y.key AS cited_key
ORDER BY e.date, citing, citing_key, relation, cited, cited_key, fact_id LIMIT $limit
