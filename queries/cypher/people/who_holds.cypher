// zh: 某日某单位的职务由谁担任
// en: Who holds which post of a body on a day
// asks: journalist
// section: people
// param body (body): 单位 | the body
// param on (date) = today: 日期 | the day
// columns: body, post, official, certain, sighted, capacity, from_earliest, from_latest, to_earliest, to_latest, status, last_confirmed, file, line, quote, fact_id, notice, body_key, body_kind, official_key
// draw: official -post-> body
// steps: bounds standing
// beside: vacant_on other_holders?
// example: body=区发展和改革局 on=2022-06-01
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})
OPTIONAL MATCH (o)<-[:OF]-(p:Post)
WITH o, collect(p) AS posts
UNWIND [o] + posts AS here
MATCH (here)<-[h:HOLDS|LEADS]-(a:Official)
WHERE (here:Post OR h.role CONTAINS '主持')
  AND coalesce(h.from_earliest, h.valid_from, $on) <= $on AND (h.to_latest IS NULL OR h.to_latest > $on) AND (h.valid_to IS NULL OR h.valid_to > $on)
  AND NOT (coalesce(here.single_holder, false) = true AND h.first_seen > $on AND h.capacity IN ['full', 'acting']
    AND EXISTS { MATCH (here)<-[c:HOLDS]-(:Official) WHERE c.key <> h.key AND c.capacity IN ['full', 'acting'] AND c.first_seen < h.first_seen AND c.last_confirmed >= $on })
WITH o, here, h, a, coalesce(h.key, '') AS tenure
OPTIONAL MATCH (a)-[f:APPOINTED|DISMISSED|TITLED]->(here) WHERE f.tenure = tenure
WITH o, here, h, a, tenure, f ORDER BY f.date, f.fact_id
WITH o, here, h, a, tenure, collect({file: f.file, line: f.line, quote: f.quote, fact_id: f.fact_id, notice: f.notice})[0] AS f
WITH o, here, h, a, tenure, f, coalesce(h.from_latest, h.valid_from) <= $on AND (coalesce(h.last_confirmed >= $on, false) OR (h.status = 'ended' AND coalesce(h.to_earliest > $on, false))) AS sure
WITH o, here, h, a, tenure, f, coalesce(sure, false) AS certain
RETURN o.name AS body, CASE WHEN here:Post THEN here.name ELSE h.role END AS post, a.name AS official, certain,
       CASE WHEN certain THEN 'within' WHEN h.head_since <= $on THEN 'seen_as_head' WHEN coalesce(h.first_seen, h.valid_from) <= $on THEN 'seen_before' ELSE 'seen_after' END AS sighted,
       CASE WHEN here:Post THEN h.capacity ELSE 'in_charge' END AS capacity,
       coalesce(h.from_earliest, h.valid_from) AS from_earliest, coalesce(h.from_latest, h.valid_from) AS from_latest,
       coalesce(h.to_earliest, h.valid_to) AS to_earliest, coalesce(h.to_latest, h.valid_to) AS to_latest,
       CASE WHEN here:Post THEN h.status WHEN h.valid_to IS NULL THEN 'ongoing' ELSE 'ended' END AS status, h.last_confirmed AS last_confirmed,
       coalesce(f.file, h.file) AS file, coalesce(f.line, h.line) AS line, coalesce(f.quote, h.quote) AS quote,
       coalesce(f.fact_id, h.fact_id) AS fact_id, coalesce(f.notice, h.notice) AS notice,
       o.key AS body_key, o.kind AS body_kind, a.key AS official_key
ORDER BY body, body_key, CASE WHEN NOT coalesce(here.single_holder, false) THEN CASE WHEN post STARTS WITH '副' THEN 2 ELSE 3 END WHEN post CONTAINS '副' THEN 1 ELSE 0 END, post, sighted DESC, official, official_key, from_earliest, tenure, fact_id LIMIT $limit
