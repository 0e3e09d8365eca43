// zh: 任务交叉最多的单位
// en: Overlaps ranked: pairs of bodies by the items that they share
// asks: planner
// section: overlaps
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param items (integer) = 1: 至少几项 | at least so many items
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: body, other, items, both_lead, times, example, body_key, body_kind, other_key, other_kind
// draw: body -items-> other
// rows: pair body=body_key other=other_key document words section
// starts: document=items_of_document jurisdiction=bodies_of_place
// example: items=3
MATCH (o:Organization)-[x:LEADS|ASSISTS]->(i:Item)
MATCH (i)<-[y:LEADS|ASSISTS]-(other:Organization)
WHERE o.key < other.key AND coalesce(x.beside, '') <> other.key AND coalesce(y.beside, '') <> o.key AND (size($document) = 0 OR i.notice IN $document)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
MATCH (i)-[:OF]->(t:Task)
WHERE all(word IN $words WHERE toLower(t.name) CONTAINS word)
WITH o.key AS body_key, other.key AS other_key, t.name AS task, t.key AS task_key, count(DISTINCT i.key) AS printed,
     max(CASE WHEN type(x) = 'LEADS' AND type(y) = 'LEADS' THEN 1 ELSE 0 END) AS together
WITH body_key, other_key, task, task_key, printed, together ORDER BY task, task_key
WITH body_key, other_key, count(task_key) AS items, sum(together) AS both_lead, sum(printed) AS times, collect(task)[0] AS example
WHERE items >= $items
MATCH (o:Organization {key: body_key})
MATCH (other:Organization {key: other_key})
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o.name AS body, o.kind AS body_kind, other.name AS other, other.kind AS other_kind, body_key, other_key, items, both_lead, times, example,
     min(j.key) AS code
WHERE coalesce(code, '') IN $jurisdiction
RETURN body, other, items, both_lead, times, example, body_key, body_kind, other_key, other_kind
ORDER BY items DESC, both_lead DESC, body, body_key, other, other_key LIMIT $limit
