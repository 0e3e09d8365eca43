// zh: 某单位职务的先后任职人
// en: Succession of a post
// asks: journalist
// section: people
// param body (body): 单位 | the body
// param post (text) = *: 职务，如 局长 | the post, such as 局长
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// columns: body, post, official, capacity, status, end_basis, from_earliest, from_latest, to_earliest, to_latest, last_confirmed, predecessor, gap_days, file, line, quote, fact_id, notice, body_key, body_kind, official_key, predecessor_key
// draw: official -post-> body
// steps: bounds standing
// example: body=涨渡湖街道办事处 post=主任
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE ($post = '' OR p.name = $post) AND coalesce(h.first_seen, h.from_latest, h.to_earliest, $to) <= $to AND coalesce(h.to_latest, h.last_confirmed, h.from_latest, $from) >= $from
WITH o, p, h, a, h.key AS tenure
OPTIONAL MATCH (a)-[e:APPOINTED|DISMISSED|TITLED]->(p) WHERE e.tenure = tenure
WITH o, p, h, a, tenure, e ORDER BY e.date, e.fact_id
WITH o, p, h, a, tenure, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id,
    notice: e.notice})[0] AS e
OPTIONAL MATCH (a)-[s:SUCCEEDED]->(b:Official) WHERE s.new_tenure = tenure
WITH o, p, h, a, e, s, b ORDER BY s.date, b.key
WITH o, p, h, a, e, collect({name: b.name, key: b.key, gap_days: s.gap_days})[0] AS before
RETURN o.name AS body, p.name AS post, a.name AS official, h.capacity AS capacity, h.status AS status, h.end_basis AS end_basis,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.last_confirmed AS last_confirmed, before.name AS predecessor, before.gap_days AS gap_days, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, o.key AS body_key, o.kind AS body_kind, a.key AS official_key, before.key AS predecessor_key
ORDER BY body, body_key, post, coalesce(from_earliest, from_latest, to_latest), to_latest, official, official_key, h.key LIMIT $limit
