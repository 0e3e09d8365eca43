// zh: 已免职、在所载文件中未见新任职的人员
// en: Dismissed without a new post, in the documents loaded
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: dated, official, body, post, mode, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -post-> body
// example: from=2022-01-01 to=2022-12-31
MATCH (a:Official)-[e:DISMISSED]->(p:Post)-[:OF]->(o:Organization)
WHERE e.date <= $to AND coalesce(e.date_latest, e.date) >= $from
  AND NOT EXISTS { MATCH (a)-[h:HOLDS]->(:Post) WHERE h.to_latest IS NULL OR h.to_latest > e.date }
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, e, p, o, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN e.date_text AS dated, a.name AS official, o.name AS body, p.name AS post, e.mode AS mode, place, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY e.date, official, official_key, body, post, fact_id LIMIT $limit
