// zh: 两个日期之间的人事变动
// en: Changes between two dates: appointed, dismissed
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param relation (text) = *: 任命或免职 | appointed or dismissed
// param body (body) = *: 单位 | the body
// param post (text) = *: 职务中的词，如 主任 | words of the post, such as 主任
// param mode (text) = *: 方式，如 挂任、兼任；试用 为有试用期的，- 为未写方式的 | the mode, such as 挂任 or 兼任; 试用 for those on probation, - for those without a mode
// param official (official) = *: 人员 | the official
// param kind (text) = *: 单位类别：部门、街镇 | kind of body: department or street
// param words (words) = *: 单位名称中的词，如 综合执法 | words of the body's name
// param rank (text) = *: 职级中的词，如 正处级 | words of the rank
// columns: dated, relation, official, body, post, mode, rank, probation, term, certain, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -relation-> body
// starts: official=that_official body=that_body jurisdiction=bodies_of_place
// example: from=2022-04-01 to=2022-06-30
MATCH (a:Official)-[e:APPOINTED|DISMISSED]->(p:Post)-[:OF]->(o:Organization)
WHERE ($relation = '' OR toLower(type(e)) = $relation) AND (size($body) = 0 OR o.key IN $body) AND ($post = '' OR p.name CONTAINS $post)
  AND ($mode = '' OR e.mode CONTAINS $mode OR ($mode = '-' AND e.mode IS NULL) OR ($mode IN ['试用', '试用期'] AND e.probation IS NOT NULL))
  AND (size($official) = 0 OR a.key IN $official) AND ($kind = '' OR o.kind = $kind) AND ($rank = '' OR e.rank CONTAINS $rank)
  AND all(word IN $words WHERE toLower(o.name) CONTAINS word) AND e.date <= $to AND coalesce(e.date_latest, e.date) >= $from
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, e, p, o, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN e.date_text AS dated, toLower(type(e)) AS relation, a.name AS official, o.name AS body, p.name AS post,
       e.mode AS mode, e.rank AS rank, e.probation AS probation, e.term AS term, e.date >= $from AND coalesce(e.date_latest, e.date) <= $to AS certain,
       place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY e.date, relation, file, e.span_start, official, official_key, body, post, fact_id LIMIT $limit
