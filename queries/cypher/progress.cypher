// zh: 任务进展
// en: Progress that bodies reported on items
// asks: planner
// section: work
// param status (text) = *: 状态：完成、进行中、未启动、取消、不详 | status
// param body (body) = *: 单位 | the body
// param words (words) = *: 事项中的词 | words of the item
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: state, body, what, period, dated, place, file, line, quote, fact_id, notice, body_key, body_kind, what_key
// draw: body -state-> what:task
// example: status="not started"
MATCH (o:Organization)-[e:REPORTED]->(:Item)-[:OF]->(t:Task)
WHERE ($status = '' OR e.status = $status) AND (size($body) = 0 OR o.key IN $body) AND (size($document) = 0 OR e.notice IN $document)
  AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, t, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN e.status AS state, o.name AS body, t.name AS what, e.period AS period, e.date_text AS dated, place, e.file AS file,
       e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       o.key AS body_key, o.kind AS body_kind, t.key AS what_key
ORDER BY state, body, body_key, what, what_key, fact_id LIMIT $limit
