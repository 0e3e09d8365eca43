// zh: 进展计数：各单位报告了几项，各状态几项
// en: How many items each body reported on, by status
// asks: planner
// section: work
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: body, tasks_count, done_count, under_way_count, not_started_count, cancelled_count, unknown_count, place, body_key, body_kind
// draw: none
// rows: progress body=body_key document words section
// starts: document=items_of_document jurisdiction=bodies_of_place
// example: document=2020年第2期
MATCH (i:Item)<-[e:REPORTED]-(o:Organization)
MATCH (i)-[:OF]->(t:Task)
WHERE (size($document) = 0 OR e.notice IN $document) AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, e, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN o.name AS body, count(e) AS tasks_count, sum(CASE WHEN e.status = 'done' THEN 1 ELSE 0 END) AS done_count,
       sum(CASE WHEN e.status = 'in progress' THEN 1 ELSE 0 END) AS under_way_count, sum(CASE WHEN e.status = 'not started' THEN 1 ELSE 0 END) AS not_started_count,
       sum(CASE WHEN e.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled_count,
       sum(CASE WHEN e.status IS NULL OR e.status = 'unknown' THEN 1 ELSE 0 END) AS unknown_count, place, o.key AS body_key, o.kind AS body_kind
ORDER BY tasks_count DESC, body, body_key LIMIT $limit
