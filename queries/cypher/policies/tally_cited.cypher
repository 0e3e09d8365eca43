// zh: 被引用最多的文件：所载几份文件引用它
// en: Documents cited most: how many documents loaded cite each
// asks: planner
// section: policies
// param words (words) = *: 被引文件标题或文号中的词 | words of the cited title or number
// param jurisdiction (jurisdiction) = *: 引用文件所在地区 | jurisdiction of those that cite
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// columns: cited, cited_number, citing_count, citing_numbers, state, cited_key
// draw: none
// rows: policy_chain policy=cited_key
// example: words=武政
MATCH (x:Policy)-[e:CITES]->(y:Policy)
WHERE all(word IN $words WHERE toLower(y.name) CONTAINS word OR toLower(coalesce(y.number, '')) CONTAINS word)
  AND coalesce(e.date, $from) <= $to AND coalesce(e.date_latest, e.date, $to) >= $from
WITH x, e, y, e.notice AS within
MATCH (n:Notice {key: within})-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
WITH y.name AS cited, y.number AS cited_number, y.status AS state, y.key AS cited_key, x.key AS citing_key, coalesce(x.number, x.name) AS citing
WITH cited, cited_number, state, cited_key, citing_key, citing ORDER BY citing, citing_key
WITH cited, cited_number, state, cited_key, count(DISTINCT citing_key) AS citing_count, collect(DISTINCT citing) AS citing_numbers
RETURN cited, cited_number, citing_count, citing_numbers, state, cited_key
ORDER BY citing_count DESC, cited, cited_key LIMIT $limit
