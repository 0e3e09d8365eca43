// zh: 任免计数：按月、单位、人员或方式，任命几次、免职几次、涉及几人
// en: How many were appointed and removed, by month, body, person or mode
// asks: journalist
// section: people
// param by (text) = month: month（按月）、body（按单位）、official（按人）、mode（按方式） | month, body, official or mode
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param post (text) = *: 职务中的词，如 主任 | words of the post, such as 主任
// param kind (text) = *: 单位类别：部门、街镇 | kind of body: department or street
// param words (words) = *: 单位名称中的词，如 综合执法 | words of the body's name
// columns: counted_by, appointed_count, dismissed_count, persons_count, people_named, month, mode_key, body_key, official_key
// draw: none
// rows: changes from to from=month to=month body=body_key official=official_key mode=mode_key jurisdiction post kind words
// starts: jurisdiction=bodies_of_place
// example: by=month from=2019 to=2019
MATCH (a:Official)-[e:APPOINTED|DISMISSED]->(p:Post)-[:OF]->(o:Organization)
WHERE e.date <= $to AND coalesce(e.date_latest, e.date) >= $from AND ($post = '' OR p.name CONTAINS $post) AND ($kind = '' OR o.kind = $kind)
  AND all(word IN $words WHERE toLower(o.name) CONTAINS word)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, e, o, min(j.key) AS code
WHERE coalesce(code, '') IN $jurisdiction
WITH a, e, substring(coalesce(e.date_text, ''), 0, 7) AS day, CASE WHEN $by = 'body' THEN o.name WHEN $by = 'official' THEN a.name END AS named,
     CASE WHEN $by = 'body' THEN o.key END AS body_key, CASE WHEN $by = 'official' THEN a.key END AS official_key,
     CASE WHEN $by = 'mode' THEN coalesce(e.mode, '-') END AS mode
WITH a, e, coalesce(named, mode, day) AS counted_by, body_key, official_key, mode, CASE WHEN $by = 'month' AND size(day) = 7 THEN day END AS month
ORDER BY a.name, a.key
WITH counted_by, body_key, official_key, mode, month, sum(CASE WHEN type(e) = 'APPOINTED' THEN 1 ELSE 0 END) AS appointed_count,
     sum(CASE WHEN type(e) = 'DISMISSED' THEN 1 ELSE 0 END) AS dismissed_count, count(DISTINCT a.key) AS persons_count, collect(DISTINCT a.name) AS people_named
RETURN counted_by, appointed_count, dismissed_count, persons_count, people_named, month, mode AS mode_key, body_key, official_key
ORDER BY CASE WHEN $by = 'month' THEN 0 ELSE -(appointed_count + dismissed_count) END, counted_by, body_key, official_key LIMIT $limit
