// zh: 某单位在两个日期之间的人事变动
// en: Changes in one body between two dates
// asks: journalist
// section: people
// param body (body): 单位 | the body
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param post (text) = *: 职务中的词，如 主任 | words of the post, such as 主任
// columns: dated, relation, official, body, post, mode, rank, probation, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -relation-> body
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (a:Official)-[e:APPOINTED|DISMISSED]->(p:Post)-[:OF]->(o:Organization {key: body_key})
WHERE ($post = '' OR p.name CONTAINS $post) AND e.date <= $to AND coalesce(e.date_latest, e.date) >= $from
RETURN e.date_text AS dated, toLower(type(e)) AS relation, a.name AS official, o.name AS body, p.name AS post,
       e.mode AS mode, e.rank AS rank, e.probation AS probation, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY e.date, relation, file, e.span_start, official, official_key, body, post, fact_id LIMIT $limit
