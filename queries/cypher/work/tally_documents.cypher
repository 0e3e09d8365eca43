// zh: 任务计数：按文件，每份文件有几项任务；给出单位，则为它在每份文件里牵头几项、配合几项
// en: How many tasks each document has; with a body, how many it leads and assists in there
// asks: planner
// section: work
// param body (body) = *: 单位 | a body
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 事项或章节中的词 | words of the item or its section
// param official (official) = *: 事项的分管领导 | an official who answers for the item
// columns: dated, document_number, notice_title, leads_count, assists_count, tasks_count, times, place, file, line, quote, notice
// draw: none
// rows: document_items document=notice body words official
// starts: body=items_of_body official=items_of_official jurisdiction=items_of_place
// example: body=新洲区商务局
MATCH (i:Item)-[:IN]->(n:Notice)
WHERE all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word)
  AND (size($official) = 0 OR EXISTS { MATCH (i)<-[:LEADS|ASSISTS]-(a:Official) WHERE a.key IN $official })
MATCH (n)-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS]-(o:Organization) WHERE size($body) = 0 OR o.key IN $body
WITH i, n, d, count(e) AS parts, max(CASE WHEN type(e) = 'LEADS' THEN 1 ELSE 0 END) AS led, max(CASE WHEN type(e) = 'ASSISTS' THEN 1 ELSE 0 END) AS assisted
WHERE size($body) = 0 OR parts > 0
MATCH (i)-[:OF]->(t:Task)
WITH n, d, t.key AS task, max(led) AS led, max(assisted) AS assisted, count(i) AS printed
WITH n, d.jurisdiction AS code, d.file AS file, sum(led) AS leads_count, sum(assisted) AS assists_count, count(task) AS tasks_count, sum(printed) AS times
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH n, file, leads_count, assists_count, tasks_count, times, min(j.name) AS place
RETURN n.dated_text AS dated, n.number AS document_number, n.name AS notice_title, leads_count, assists_count, tasks_count, times, place,
       file, null AS line, n.name AS quote, n.key AS notice
ORDER BY n.dated, file, n.span_start, notice LIMIT $limit
