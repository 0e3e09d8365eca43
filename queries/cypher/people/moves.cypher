// zh: 若干天内在两个单位之间的调动
// en: Moves between two bodies within N days
// asks: journalist
// section: people
// param body (body): 单位 | one body
// param other (body): 另一单位 | the other body
// param days (integer) = 90: 天数 | days between leaving and joining, at most
// columns: official, left_body, left_post, left_on, joined_body, joined_post, joined_on, days, file, line, quote, fact_id, notice, joined_line, joined_quote, official_key, left_body_key, left_body_kind, joined_body_key, joined_body_kind
// draw: official -left_post-> left_body; official -joined_post-> joined_body
// example: body=区司法局 other=区企业和人才服务中心 days=365
UNWIND $body AS body_key
UNWIND $other AS other_key
UNWIND [[body_key, other_key], [other_key, body_key]] AS way
WITH DISTINCT way[0] AS left_key, way[1] AS joined_key
MATCH (x:Organization {key: left_key})<-[:OF]-(p:Post)<-[e:DISMISSED]-(a:Official)
MATCH (y:Organization {key: joined_key})<-[:OF]-(q:Post)<-[f:APPOINTED]-(a)
WHERE x.key <> y.key AND abs(duration.inDays(e.date, f.date).days) <= $days
RETURN a.name AS official, x.name AS left_body, p.name AS left_post, e.date_text AS left_on, y.name AS joined_body,
       q.name AS joined_post, f.date_text AS joined_on,
       duration.inDays(e.date, f.date).days AS days, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, f.line AS joined_line, f.quote AS joined_quote,
       a.key AS official_key, x.key AS left_body_key, x.kind AS left_body_kind, y.key AS joined_body_key, y.kind AS joined_body_kind
ORDER BY e.date, official, official_key, left_post, joined_post, fact_id, f.fact_id LIMIT $limit
