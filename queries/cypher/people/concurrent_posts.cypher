// zh: 某日身兼多职的人员
// en: Concurrent posts on a day
// asks: journalist
// section: people
// param on (date) = today: 日期 | the day
// param bodies (integer) = 1: 至少几个单位 | in at least so many bodies
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param official (official) = *: 人员 | the official
// columns: official, posts, bodies, body, post, capacity, certain, from_earliest, from_latest, to_earliest, to_latest, status, last_confirmed, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// rows: concurrent_posts official=official_key on
// draw: official -post-> body
// steps: bounds standing
// starts: official=that_official jurisdiction=officials_of_place
// example: on=2022-06-01 bodies=2
MATCH (a:Official)-[g:HOLDS]->(r:Post)-[:OF]->(b:Organization)
WHERE (size($official) = 0 OR a.key IN $official) AND (g.from_earliest IS NULL OR g.from_earliest <= $on) AND (g.to_latest IS NULL OR g.to_latest > $on)
OPTIONAL MATCH (b)-[:WITHIN]->(j:Jurisdiction)
WITH a, count(DISTINCT r.key) AS posts, count(DISTINCT b.key) AS bodies, collect(DISTINCT coalesce(j.key, '')) AS codes
WHERE posts >= 2 AND bodies >= $bodies AND any(code IN codes WHERE code IN $jurisdiction)
MATCH (a)-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
WHERE (h.from_earliest IS NULL OR h.from_earliest <= $on) AND (h.to_latest IS NULL OR h.to_latest > $on)
WITH a, posts, bodies, h, p, o, h.key AS tenure
OPTIONAL MATCH (a)-[e:APPOINTED|DISMISSED|TITLED]->(p) WHERE e.tenure = tenure
WITH a, posts, bodies, h, p, o, e ORDER BY e.date, e.fact_id
WITH a, posts, bodies, h, p, o, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN a.name AS official, posts, bodies, o.name AS body, p.name AS post, h.capacity AS capacity,
       coalesce(h.from_latest <= $on, false) AND (coalesce(h.last_confirmed >= $on, false) OR (h.status = 'ended' AND coalesce(h.to_earliest > $on, false))) AS certain,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.status AS status, h.last_confirmed AS last_confirmed, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY bodies DESC, posts DESC, official, official_key, body, body_key, post, h.key LIMIT $limit
