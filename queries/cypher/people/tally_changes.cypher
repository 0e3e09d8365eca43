// zh: 任免计数：按月、单位或方式，任命几次、免职几次、涉及几人
// en: How many were appointed and removed, by month, body or mode
// asks: journalist
// section: people
// param by (text) = month: month（按月）、body（按单位）、mode（按方式） | month, body or mode
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param post (text) = *: 职务中的词，如 主任 | words of the post, such as 主任
// columns: counted_by, appointed_count, dismissed_count, persons_count, names, group_key
// draw: none
// example: by=month from=2019 to=2019
MATCH (a:Official)-[e:APPOINTED|DISMISSED]->(p:Post)-[:OF]->(o:Organization)
WHERE e.date <= $to AND coalesce(e.date_latest, e.date) >= $from AND ($post = '' OR p.name CONTAINS $post)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, e, o, min(j.key) AS code
WHERE coalesce(code, '') IN $jurisdiction
WITH a, e, CASE WHEN $by = 'body' THEN o.name WHEN $by = 'mode' THEN coalesce(e.mode, '') ELSE substring(coalesce(e.date_text, ''), 0, 7) END AS counted_by,
     CASE WHEN $by = 'body' THEN o.key WHEN $by = 'mode' THEN coalesce(e.mode, '') ELSE substring(coalesce(e.date_text, ''), 0, 7) END AS group_key
ORDER BY a.name, a.key
WITH counted_by, group_key, sum(CASE WHEN type(e) = 'APPOINTED' THEN 1 ELSE 0 END) AS appointed_count, sum(CASE WHEN type(e) = 'DISMISSED' THEN 1 ELSE 0 END) AS dismissed_count,
     count(DISTINCT a.key) AS persons_count, collect(DISTINCT a.name) AS names
RETURN counted_by, appointed_count, dismissed_count, persons_count, names, group_key
ORDER BY counted_by, group_key LIMIT $limit
