// zh: 各单位的任务分别由哪位领导分管
// en: Under which officials the tasks of each body stand, with how many
// asks: planner
// section: overlaps
// param document (document) = *: 文件 | a document
// param body (body) = *: 单位 | a body
// param sole (text) = *: 填 yes 只看单独牵头的 | yes: only items that one body leads alone
// param leaders (integer) = 1: 至少分属几位领导 | bodies whose items stand under at least so many officials
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: body, official, tasks_count, times, examples, lines, body_key, body_kind, official_key
// beside: run_together
// draw: none
// rows: document_items body=body_key official=official_key relation:leads document section
// starts: document=items_of_document body=items_of_body
// example: document=新政办〔2023〕1号 sole=yes leaders=2
MATCH (i:Item)<-[:LEADS]-(o:Organization)
MATCH (i)<-[:LEADS|ASSISTS]-(a:Official)
WHERE (size($document) = 0 OR i.notice IN $document) AND (size($body) = 0 OR o.key IN $body)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
WITH DISTINCT o, i, a
OPTIONAL MATCH (i)<-[:LEADS]-(b:Organization)
WITH o, i, a, count(DISTINCT b.key) AS together
WHERE $sole = '' OR together = 1
MATCH (i)-[:OF]->(t:Task)
WITH o, a, i, t ORDER BY i.file, i.span_start
WITH o, a, count(DISTINCT t.key) AS tasks_count, count(i) AS times, collect(i.name) AS names, collect(i.line) AS lines
WITH o, collect({name: a.name, key: a.key, tasks_count: tasks_count, times: times, names: names, lines: lines}) AS parts
WHERE size(parts) >= $leaders
UNWIND parts AS one
RETURN o.name AS body, one.name AS official, one.tasks_count AS tasks_count, one.times AS times, one.names[0..3] AS examples, one.lines AS lines, o.key AS body_key, o.kind AS body_kind,
       one.key AS official_key
ORDER BY body, body_key, tasks_count, official, official_key LIMIT $limit
