// zh: 哪位领导分管或联系某单位
// en: Which officials oversee or liaise with a body
// asks: analyst
// section: work
// param body (body): 单位 | the body
// param on (period) = *: 日期或时段 | a day or a period
// columns: body, relation, official, role, topic, dated, valid_from, valid_to, valid_basis, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -relation-> body
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (a:Official)-[e:LEADS|LIAISES|ASSISTS]->(o:Organization {key: body_key})
WHERE coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
RETURN o.name AS body, toLower(type(e)) AS relation, a.name AS official, e.role AS role, e.topic AS topic, e.date_text AS dated,
       e.valid_from AS valid_from, e.valid_to AS valid_to,
       e.valid_basis AS valid_basis, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY body, body_key, e.date DESC, relation, official, official_key, fact_id LIMIT $limit
