// zh: 到期计数：每月到期几项
// en: How many items fall due in each month
// asks: planner
// section: work
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param body (body) = *: 牵头或配合的单位 | a body that leads or assists
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: due_month, tasks_count, lines, document_numbers, month_key
// draw: none
// rows: deadlines from to from=due_month to=due_month document jurisdiction body words section
// starts: document=items_of_document body=items_of_body jurisdiction=items_of_place
// example: document=新政办〔2022〕14号
MATCH (i:Item)-[:OF]->(t:Task)
MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE (i.due IS NOT NULL OR i.due_said IS NOT NULL) AND (size($document) = 0 OR n.key IN $document) AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
  AND coalesce(d.jurisdiction, '') IN $jurisdiction
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND (size($body) = 0 OR EXISTS { MATCH (i)<-[:LEADS|ASSISTS]-(o:Organization) WHERE o.key IN $body })
UNWIND coalesce(i.due, i.due_said) AS day
WITH t.key AS task, i.line AS line, i.file AS file, i.key AS print, n.number AS document_number, day, date(day) AS due
WHERE due >= $from AND due <= $to
WITH task, line, file, print, document_number, day ORDER BY file, line, print, day
WITH substring(day, 0, 7) AS due_month, count(DISTINCT task + ' ' + day) AS tasks_count, collect(DISTINCT line) AS lines,
     collect(DISTINCT document_number) AS document_numbers
RETURN due_month, tasks_count, lines, document_numbers, due_month AS month_key
ORDER BY month_key LIMIT $limit
