// zh: 任务计数：按领导
// en: How many tasks each official answers for, prints counted once
// asks: planner
// section: work
// param document (document) = *: 文件 | a document
// param words (words) = *: 事项或章节中的词 | words of the item or its section
// columns: official, tasks_count, times, roles, official_key
// draw: none
// rows: document_items official=official_key document words
// example: document=*
MATCH (a:Official)-[e:LEADS|ASSISTS]->(i:Item)-[:OF]->(t:Task)
WHERE (size($document) = 0 OR i.notice IN $document) AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word)
WITH a, t, i, e ORDER BY e.role, e.fact_id
WITH a, count(DISTINCT t.key) AS tasks_count, count(DISTINCT i.key) AS times, collect(DISTINCT e.role) AS roles
RETURN a.name AS official, tasks_count, times, roles, a.key AS official_key
ORDER BY tasks_count DESC, official, official_key LIMIT $limit
