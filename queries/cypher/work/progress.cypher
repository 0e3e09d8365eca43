// zh: 任务进展
// en: Progress that bodies reported on items
// asks: planner
// section: work
// param status (values) = *: 状态：完成、进行中、未启动、取消、不详，可写几个 | status: done, in progress, not started, cancelled, unknown; several with commas
// param body (body) = *: 单位 | the body
// param words (words) = *: 事项中的词 | words of the item
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: state, body, what, number, section, progress_quote, officials, period, dated, place, file, line, quote, fact_id, notice, body_key, body_kind, what_key
// draw: body -state-> what:task
// steps: reported
// starts: document=items_of_document body=that_body jurisdiction=bodies_of_place
// example: status="not started,cancelled"
MATCH (i:Item)<-[e:REPORTED]-(o:Organization)
MATCH (i)-[:OF]->(t:Task)
WHERE (size($status) = 0 OR e.status IN $status) AND (size($body) = 0 OR o.key IN $body) AND (size($document) = 0 OR e.notice IN $document)
  AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, i, t, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (i)<-[:LEADS|ASSISTS]-(a:Official)
WITH o, e, i, t, place, a ORDER BY a.name, a.key
WITH o, e, i, t, place, collect(DISTINCT a.name) AS officials
RETURN e.status AS state, o.name AS body, t.name AS what, i.number AS number, i.section AS section, e.quote AS progress_quote, officials, e.period AS period, e.date_text AS dated, place, e.file AS file,
       e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       o.key AS body_key, o.kind AS body_kind, t.key AS what_key
ORDER BY state, file, line, what, what_key, body, body_key, fact_id LIMIT $limit
