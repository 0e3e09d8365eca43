// zh: 全部废止与撤销
// en: All repeals and revocations
// asks: analyst
// section: policies
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// columns: dated, relation, citing, cited, role, file, line, quote, fact_id, notice, citing_key, cited_key
// draw: citing:policy -relation-> cited:policy
// example: from=2019
MATCH (a:Policy)-[e:REPEALS|REVOKES]->(b:Policy)
WHERE e.date IS NULL OR (e.date <= $to AND coalesce(e.date_latest, e.date) >= $from)
RETURN e.date_text AS dated, toLower(type(e)) AS relation, a.name AS citing, b.name AS cited, e.role AS role, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS citing_key, b.key AS cited_key
ORDER BY e.date, citing, cited, fact_id LIMIT $limit
