// zh: 已免职、在所载文件中未见新任职的人员
// en: Dismissed without a new post, in the documents loaded
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param days (integer) = 0: 新职须见于免职前后几天内，0为同一通知或同日，99999为任何时候 | a new post counts if seen within so many days; 0: in the same notice or on the same day, 99999: ever
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: dated, official, body, post, mode, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -post-> body
// starts: jurisdiction=bodies_of_place
// example: from=2022-01-01 to=2022-12-31
MATCH (a:Official)-[e:DISMISSED]->(p:Post)-[:OF]->(o:Organization)
WHERE e.date <= $to AND coalesce(e.date_latest, e.date) >= $from
WITH a, e, p, o, e.date AS left_on, e.notice AS notice, p.key AS post_left, e.tenure AS tenure
WHERE NOT EXISTS { MATCH (a)-[f:APPOINTED]->(q:Post) WHERE q.key <> post_left AND (f.notice = notice OR abs(duration.inDays(left_on, f.date).days) <= $days) }
  AND NOT EXISTS { MATCH (a)-[h:HOLDS]->(r:Post) WHERE h.key <> tenure AND h.first_seen > left_on AND duration.inDays(left_on, h.first_seen).days <= $days }
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, e, p, o, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN e.date_text AS dated, a.name AS official, o.name AS body, p.name AS post, e.mode AS mode, place, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY e.date, file, e.span_start, official, official_key, body, post, fact_id LIMIT $limit
