// zh: 某日某单位的职务由谁担任
// en: Who holds which post of a body on a day
// asks: journalist
// section: people
// param body (body): 单位 | the body
// param on (date) = today: 日期 | the day
// columns: body, post, official, certain, sighted, capacity, from_earliest, from_latest, to_earliest, to_latest, status, last_confirmed, file, line, quote, fact_id, notice, body_key, body_kind, official_key
// draw: official -post-> body
// steps: bounds
// beside: vacant_on other_holders?
// example: body=区发展和改革局 on=2022-06-01
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE (h.from_earliest IS NULL OR h.from_earliest <= $on) AND (h.to_latest IS NULL OR h.to_latest > $on)
  AND NOT (p.single_holder = true AND h.first_seen > $on AND h.capacity IN ['full', 'acting']
    AND EXISTS { MATCH (p)<-[c:HOLDS]-(:Official) WHERE c.key <> h.key AND c.capacity IN ['full', 'acting'] AND c.first_seen < h.first_seen AND c.last_confirmed >= $on })
WITH o, p, h, a, h.key AS tenure
OPTIONAL MATCH (a)-[e:APPOINTED|DISMISSED|TITLED]->(p) WHERE e.tenure = tenure
WITH o, p, h, a, e ORDER BY e.date, e.fact_id
WITH o, p, h, a, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
WITH o, p, h, a, e, coalesce(h.from_latest <= $on, false) AND (h.to_earliest IS NULL OR h.to_earliest > $on) AND h.status <> 'ended_unknown' AS certain
RETURN o.name AS body, p.name AS post, a.name AS official, certain,
       CASE WHEN certain THEN 'within' WHEN h.first_seen <= $on THEN 'seen_before' ELSE 'seen_after' END AS sighted, h.capacity AS capacity,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.status AS status, h.last_confirmed AS last_confirmed, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice,
       o.key AS body_key, o.kind AS body_kind, a.key AS official_key
ORDER BY body, body_key, post, sighted DESC, official, official_key, from_earliest, h.key LIMIT $limit
