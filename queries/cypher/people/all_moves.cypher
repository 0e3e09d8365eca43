// zh: 时段内免去旧职又任命新职的人：从何单位何职到何单位何职，同一单位内的也列
// en: Who was removed from one post and appointed to another in a period: from which body and post to which, also within a body
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day of joining
// param to (to) = 9999: 止 | last day of joining
// param days (integer) = 90: 天数 | days between leaving and joining, at most
// param between (text) = *: 填“是”只列两个单位之间的 | yes: only moves between two bodies
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: official, left_body, left_post, left_on, joined_body, joined_post, joined_on, days, place, file, line, quote, fact_id, notice, joined_line, joined_quote, official_key, left_body_key, left_body_kind, joined_body_key, joined_body_kind
// draw: official -left_post-> left_body; official -joined_post-> joined_body
// starts: jurisdiction=bodies_of_place
// example: from=2022-04-01 to=2022-06-30 days=60
MATCH (x:Organization)<-[:OF]-(p:Post)<-[e:DISMISSED]-(a:Official)-[f:APPOINTED]->(q:Post)-[:OF]->(o:Organization)
WHERE p.key <> q.key AND ($between = '' OR x.key <> o.key) AND f.date <= $to AND coalesce(f.date_latest, f.date) >= $from AND abs(duration.inDays(e.date, f.date).days) <= $days
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH x, p, e, a, f, q, o, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN a.name AS official, x.name AS left_body, p.name AS left_post, e.date_text AS left_on, o.name AS joined_body,
       q.name AS joined_post, f.date_text AS joined_on,
       duration.inDays(e.date, f.date).days AS days, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, f.line AS joined_line, f.quote AS joined_quote,
       a.key AS official_key, x.key AS left_body_key, x.kind AS left_body_kind, o.key AS joined_body_key, o.kind AS joined_body_kind
ORDER BY f.date, official, official_key, left_body, left_post, joined_body, joined_post, fact_id, f.fact_id LIMIT $limit
