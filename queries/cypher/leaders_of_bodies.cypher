// zh: 各单位的任务分别由哪位领导分管
// en: Under which officials the tasks of each body stand, with how many
// asks: planner
// section: overlaps
// param document (document) = *: 文件 | a document
// param body (body) = *: 单位 | a body
// param sole (text) = *: 填 yes 只看单独牵头的 | yes: only items that one body leads alone
// columns: body, official, tasks_count, examples, lines, body_key, body_kind, official_key
// draw: none
// example: document=*
MATCH (o:Organization)-[:LEADS]->(i:Item)<-[:LEADS|ASSISTS]-(a:Official)
WHERE (size($document) = 0 OR i.notice IN $document) AND (size($body) = 0 OR o.key IN $body)
WITH DISTINCT o, i, a
OPTIONAL MATCH (i)<-[:LEADS]-(b:Organization)
WITH o, i, a, count(DISTINCT b.key) AS together
WHERE $sole = '' OR together = 1
WITH o, a, i ORDER BY i.file, i.span_start
WITH o, a, count(i) AS tasks_count, collect(i.name) AS names, collect(i.line) AS lines
RETURN o.name AS body, a.name AS official, tasks_count, names[0..3] AS examples, lines[0..12] AS lines, o.key AS body_key, o.kind AS body_kind,
       a.key AS official_key
ORDER BY body, body_key, tasks_count, official, official_key LIMIT $limit
