// zh: 任务计数：按领导
// en: How many tasks each official answers for, prints counted once
// asks: planner
// section: work
// param document (document) = *: 文件 | a document
// param words (words) = *: 事项中的词 | words of the item
// columns: official, tasks_count, times, role, official_key
// draw: none
// example: document=*
MATCH (a:Official)-[e:LEADS|ASSISTS]->(i:Item)-[:OF]->(t:Task)
WHERE (size($document) = 0 OR i.notice IN $document) AND all(word IN $words WHERE toLower(i.name) CONTAINS word)
WITH a, e.role AS role, t, count(DISTINCT i.key) AS printed
RETURN a.name AS official, count(t) AS tasks_count, sum(printed) AS times, role, a.key AS official_key
ORDER BY tasks_count DESC, official, official_key, role LIMIT $limit
