// zh: 任务计数：按单位
// en: How many tasks each body leads and assists in, prints counted once
// asks: planner
// section: work
// param document (document) = *: 文件 | a document
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 事项或章节中的词 | words of the item or its section
// param kind (text) = *: 部门、街镇 | department or street
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// param official (official) = *: 事项的分管领导 | an official who answers for the item
// columns: body, kind, leads_count, assists_count, tasks_count, times, place, body_key, body_kind
// draw: none
// rows: document_items body=body_key document words section official
// starts: document=items_of_document official=items_of_official jurisdiction=bodies_of_place
// example: jurisdiction=*
MATCH (o:Organization)-[e:LEADS|ASSISTS]->(i:Item)
MATCH (i)-[:OF]->(t:Task)
WHERE (size($document) = 0 OR i.notice IN $document) AND ($kind = '' OR o.kind = $kind)
  AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND (size($official) = 0 OR EXISTS { MATCH (i)<-[:LEADS|ASSISTS]-(a:Official) WHERE a.key IN $official })
WITH o.key AS body_key, t.key AS task_key, max(CASE WHEN type(e) = 'LEADS' THEN 1 ELSE 0 END) AS led,
     max(CASE WHEN type(e) = 'ASSISTS' THEN 1 ELSE 0 END) AS assisted, count(DISTINCT i.key) AS printed
WITH body_key, sum(led) AS leads_count, sum(assisted) AS assists_count, count(task_key) AS tasks_count, sum(printed) AS times
MATCH (o:Organization {key: body_key})
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o.name AS body, o.kind AS kind, body_key, leads_count, assists_count, tasks_count, times, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN body, kind, leads_count, assists_count, tasks_count, times, place, body_key, kind AS body_kind
ORDER BY tasks_count DESC, leads_count DESC, body, body_key LIMIT $limit
