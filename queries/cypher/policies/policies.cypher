// zh: 所载公报印发的文件
// en: Documents issued, by body, number or title
// asks: planner
// section: policies
// param words (words) = *: 标题或文号中的词 | words of the title or number
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param body (body) = *: 印发单位 | the body that issued it
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// columns: number, policy, body, dated, state, place, file, line, quote, fact_id, notice, policy_key, body_key, body_kind
// draw: body -number-> policy
// starts: body=that_body jurisdiction=bodies_of_place
// example: words=绿化
MATCH (o:Organization)-[e:ISSUED]->(p:Policy)
WHERE all(word IN $words WHERE toLower(p.name) CONTAINS word OR toLower(coalesce(p.number, '')) CONTAINS word)
  AND (size($body) = 0 OR o.key IN $body) AND coalesce(e.date, $from) <= $to AND coalesce(e.date_latest, e.date, $to) >= $from
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, p, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN p.number AS number, p.name AS policy, o.name AS body, e.date_text AS dated, p.status AS state, place, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, p.key AS policy_key, o.key AS body_key, o.kind AS body_kind
ORDER BY e.date, number, policy, policy_key, body, body_key, fact_id LIMIT $limit
