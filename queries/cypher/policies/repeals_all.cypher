// zh: 全部废止与撤销
// en: All repeals and revocations
// asks: analyst
// section: policies
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: dated, relation, citing, citing_number, cited, cited_number, role, place, file, line, quote, fact_id, notice, citing_key, cited_key
// draw: citing:policy -relation-> cited:policy
// example: from=2019
MATCH (a:Policy)-[e:REPEALS|REVOKES]->(b:Policy)
WHERE e.date IS NULL OR (e.date <= $to AND coalesce(e.date_latest, e.date) >= $from)
WITH a, e, b, e.document AS printed
OPTIONAL MATCH (d:Document {key: printed})
WITH a, e, b, d.jurisdiction AS code
WHERE coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (j:Jurisdiction {key: code})
RETURN e.date_text AS dated, toLower(type(e)) AS relation, a.name AS citing, a.number AS citing_number, b.name AS cited, b.number AS cited_number, e.role AS role, j.name AS place, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS citing_key, b.key AS cited_key
ORDER BY e.date, citing, cited, fact_id LIMIT $limit
