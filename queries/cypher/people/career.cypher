// zh: 某人的任职经历
// en: Career of an official
// asks: journalist
// section: people
// param official (official): 姓名 | the official
// columns: official, body, post, capacity, status, end_basis, from_earliest, from_latest, to_earliest, to_latest, last_confirmed, head_since, file, line, quote, fact_id, notice, official_key, body_key, body_kind, tenure
// beside: answers_too
// draw: official -post-> body
// steps: bounds standing
// example: official=雷火清
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
WITH a, h, p, o, h.key AS tenure
OPTIONAL MATCH (a)-[e:APPOINTED|DISMISSED|TITLED]->(p) WHERE e.tenure = tenure
WITH a, h, p, o, e ORDER BY e.date, e.fact_id
WITH a, h, p, o, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN a.name AS official, o.name AS body, p.name AS post, h.capacity AS capacity, h.status AS status, h.end_basis AS end_basis,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.last_confirmed AS last_confirmed, h.head_since AS head_since, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind, h.key AS tenure
ORDER BY official, official_key, coalesce(h.first_seen, from_latest, to_latest), to_latest, body, body_key, post, tenure LIMIT $limit
