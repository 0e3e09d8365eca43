// zh: 任务进展
// en: Progress that bodies reported on items
// asks: planner
// section: work
// param status (text) = *: 状态：完成、进行中、未启动、取消、不详 | status
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: state, body, what, period, dated, place, file, line, quote, fact_id, notice, body_key, body_kind, what_key
// draw: body -state-> what:task
// example: status="not started"
MATCH (o:Organization)-[e:REPORTED]->(:Item)-[:OF]->(t:Task)
WHERE $status = '' OR e.status = $status
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, t, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN e.status AS state, o.name AS body, t.name AS what, e.period AS period, e.date_text AS dated, place, e.file AS file,
       e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       o.key AS body_key, o.kind AS body_kind, t.key AS what_key
ORDER BY state, body, body_key, what, what_key, fact_id LIMIT $limit
