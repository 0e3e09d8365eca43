// zh: 两份文件都引用的文件
// en: Documents that two documents both cite
// asks: analyst
// section: policies
// param policy (policy): 一份文件 | one document
// param other (policy): 另一份文件 | the other document
// columns: cited, cited_number, citing, other, file, line, quote, fact_id, notice, cited_key
// draw: none
// example: policy=新政办〔2022〕14号 other=阳政办〔2022〕8号
UNWIND $policy AS policy_key
UNWIND $other AS other_key
MATCH (a:Policy {key: policy_key})-[x:CITES]->(c:Policy)<-[:CITES]-(b:Policy {key: other_key})
WHERE a.key <> b.key
WITH DISTINCT a, b, c, x
RETURN c.name AS cited, c.number AS cited_number, a.name AS citing, b.name AS other, x.file AS file, x.line AS line, x.quote AS quote, x.fact_id AS fact_id, x.notice AS notice,
       c.key AS cited_key
ORDER BY cited, cited_key, citing, other, fact_id LIMIT $limit
