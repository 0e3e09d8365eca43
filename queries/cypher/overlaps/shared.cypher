// zh: 与某单位共同承担任务的单位
// en: Bodies that share items with a body
// asks: planner
// section: overlaps
// param body (body): 单位 | the body
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: body, other, items, both_lead, times, example, body_key, body_kind, other_key, other_kind
// draw: body -items-> other
// rows: pair body=body_key other=other_key document words section
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})-[x:LEADS|ASSISTS]->(i:Item)<-[y:LEADS|ASSISTS]-(other:Organization)
WHERE other.key <> o.key AND (size($document) = 0 OR i.notice IN $document) AND coalesce(x.beside, '') <> other.key AND coalesce(y.beside, '') <> o.key
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
MATCH (i)-[:OF]->(t:Task)
WHERE all(word IN $words WHERE toLower(t.name) CONTAINS word)
WITH o, other, t, count(DISTINCT i.key) AS printed, max(CASE WHEN type(x) = 'LEADS' AND type(y) = 'LEADS' THEN 1 ELSE 0 END) AS together ORDER BY t.name, t.key
WITH o, other, count(t) AS items, sum(together) AS both_lead, sum(printed) AS times, collect(t.name)[0] AS example
RETURN o.name AS body, other.name AS other, items, both_lead, times, example, o.key AS body_key, o.kind AS body_kind, other.key AS other_key,
       other.kind AS other_kind
ORDER BY items DESC, both_lead DESC, body, body_key, other, other_key LIMIT $limit
