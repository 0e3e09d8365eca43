// zh: 牵头计数：各单位单独牵头、列在首位、与他人共同牵头的任务各几项，重复刊出只计一次
// en: How many tasks each body leads alone, leads first among several, and leads with others, prints counted once
// asks: planner
// section: work
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 事项中的词 | words of the item or its section
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// param body (body) = *: 单位 | a body
// param official (official) = *: 事项的分管领导 | an official who answers for the item
// columns: body, leads_count, sole_count, first_count, together_count, times, lines, place, body_key, body_kind
// draw: none
// starts: document=items_of_document official=items_of_official body=items_of_body jurisdiction=items_led_in_place
// rows: document_items body=body_key relation:leads document words section official
// example: document=*
MATCH (i:Item)<-[e:LEADS]-(w:Organization)
WHERE (size($document) = 0 OR i.notice IN $document) AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND (size($official) = 0 OR EXISTS { MATCH (i)<-[:LEADS|ASSISTS]-(a:Official) WHERE a.key IN $official })
WITH i, e, w, coalesce(e.named_at, e.span_start) AS place
WITH i, w, place ORDER BY place, w.name, w.key
WITH i, collect(DISTINCT w.key) AS keys
MATCH (i)-[:OF]->(t:Task)
UNWIND keys AS one
WITH i, t, keys, one ORDER BY i.file, i.span_start
WITH one, count(DISTINCT t.key) AS leads_count, count(DISTINCT CASE WHEN size(keys) = 1 THEN t.key END) AS sole_count,
     count(DISTINCT CASE WHEN size(keys) > 1 AND keys[0] = one THEN t.key END) AS first_count,
     count(DISTINCT CASE WHEN size(keys) > 1 THEN t.key END) AS together_count, count(i) AS times, collect(i.line) AS lines
MATCH (o:Organization {key: one})
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, leads_count, sole_count, first_count, together_count, times, lines, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction AND (size($body) = 0 OR o.key IN $body)
RETURN o.name AS body, leads_count, sole_count, first_count, together_count, times, lines, place, o.key AS body_key, o.kind AS body_kind
ORDER BY leads_count DESC, first_count DESC, body, body_key LIMIT $limit
