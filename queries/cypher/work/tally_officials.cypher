// zh: 任务计数：按领导
// en: How many tasks each official answers for, prints counted once
// asks: planner
// section: work
// param document (document) = *: 文件 | a document
// param words (words) = *: 事项或章节中的词 | words of the item or its section
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// param body (body) = *: 牵头或配合的单位 | a body that leads or assists
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: official, tasks_count, times, roles, place, official_key
// beside: run_together
// draw: none
// rows: document_items official=official_key document words section body jurisdiction
// starts: document=items_of_document body=items_of_body jurisdiction=items_of_place
// example: document=*
MATCH (i:Item)<-[e:LEADS|ASSISTS]-(a:Official)
MATCH (i)-[:OF]->(t:Task)
MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE (size($document) = 0 OR i.notice IN $document) AND coalesce(d.jurisdiction, '') IN $jurisdiction
  AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND (size($body) = 0 OR EXISTS { MATCH (i)<-[:LEADS|ASSISTS]-(o:Organization) WHERE o.key IN $body })
WITH a, e, t, i, d.jurisdiction AS code
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH a.name AS official, a.key AS official_key, t.key AS task, i.key AS print, e.role AS role, e.fact_id AS fact, j.name AS within
WITH official, official_key, task, print, role, fact, within ORDER BY role, fact
WITH official, official_key, count(DISTINCT task) AS tasks_count, count(DISTINCT print) AS times, collect(DISTINCT role) AS roles, min(within) AS place
RETURN official, tasks_count, times, roles, place, official_key
ORDER BY tasks_count DESC, official, official_key LIMIT $limit
