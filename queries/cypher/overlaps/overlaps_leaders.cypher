// zh: 共同分管事项最多的领导：两位领导同管几项
// en: Pairs of officials by the items that both answer for
// asks: planner
// section: overlaps
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 事项或章节中的词 | words of the item or its section
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: official, other, items, times, example, lines, official_key, other_key
// beside: run_together
// draw: none
// rows: document_items official=official_key other=other_key document words section
// starts: document=items_of_document
// example: document=新政办〔2023〕5号
MATCH (i:Item)<-[:LEADS|ASSISTS]-(a:Official)
MATCH (i)<-[:LEADS|ASSISTS]-(b:Official)
WHERE a.key < b.key AND (size($document) = 0 OR i.notice IN $document)
  AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
WITH DISTINCT a, b, i
MATCH (i)-[:OF]->(t:Task)
WITH a, b, i, t ORDER BY i.file, i.span_start
WITH a, b, count(DISTINCT t.key) AS items, count(i) AS times, collect(i.name)[0] AS example, collect(i.line) AS lines
RETURN a.name AS official, b.name AS other, items, times, example, lines, a.key AS official_key, b.key AS other_key
ORDER BY items DESC, official, other, official_key, other_key LIMIT $limit
