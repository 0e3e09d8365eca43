// zh: 所载公报印发的文件
// en: Documents issued, by body, number or title
// asks: planner
// section: policies
// param words (words): 标题或文号中的词 | words of the title or number
// columns: number, policy, body, dated, state, file, line, quote, fact_id, notice, policy_key, body_key, body_kind
// draw: body -number-> policy
// example: words=绿化
MATCH (o:Organization)-[e:ISSUED]->(p:Policy)
WHERE all(word IN $words WHERE toLower(p.name) CONTAINS word OR toLower(coalesce(p.number, '')) CONTAINS word)
RETURN p.number AS number, p.name AS policy, o.name AS body, e.date_text AS dated, p.status AS state, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, p.key AS policy_key, o.key AS body_key, o.kind AS body_kind
ORDER BY e.date, number, policy, policy_key, body, body_key, fact_id LIMIT $limit
