// zh: 先任副职、后任同一单位正职的人
// en: Who was first deputy head and later head of the same body
// asks: journalist
// section: people
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: official, body, post_before, before_first, before_last, post_after, after_first, after_last, heads_before, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -post_after-> body
// starts: jurisdiction=bodies_of_place
// example: jurisdiction=*
MATCH (o:Organization)<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
MATCH (a)-[k:HOLDS]->(q:Post)-[:OF]->(o)
WHERE q.single_holder = true AND p.name CONTAINS '副' AND NOT q.name CONTAINS '副'
  AND coalesce(h.from_latest, h.to_earliest, h.last_confirmed) < coalesce(k.from_latest, k.last_confirmed)
  AND p.name ENDS WITH q.name
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, h, p, o, q, k, min(j.key) AS code, min(j.name) AS place, k.key AS tenure
WHERE coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (a)-[e:APPOINTED|TITLED]->(q) WHERE e.tenure = tenure
WITH a, h, p, o, q, k, place, e ORDER BY e.date, e.fact_id
WITH a, h, p, o, q, k, place, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
OPTIONAL MATCH (q)<-[m:HOLDS]-(b:Official) WHERE b.key <> a.key AND coalesce(m.to_latest, m.last_confirmed) <= coalesce(k.from_latest, k.first_seen)
WITH a, h, p, o, q, k, place, e, m, b ORDER BY m.last_confirmed, b.name, b.key
WITH a, h, p, o, q, k, place, e, collect(DISTINCT b.name + '（' + toString(m.last_confirmed) + '）') AS heads_before
RETURN a.name AS official, o.name AS body, p.name AS post_before, coalesce(h.from_latest, h.first_seen) AS before_first,
       coalesce(h.to_latest, h.last_confirmed) AS before_last, q.name AS post_after, coalesce(k.from_latest, k.first_seen) AS after_first,
       coalesce(k.to_latest, k.last_confirmed) AS after_last, heads_before, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY official, official_key, body, body_key, post_before, post_after, after_first, fact_id LIMIT $limit
