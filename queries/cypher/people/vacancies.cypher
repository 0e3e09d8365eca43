// zh: 空缺的职务
// en: Vacancies: posts left and not filled on the same day, in the documents loaded
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param body (body) = *: 单位 | the body
// param post (text) = *: 职务中的词，如 主任 | words of the post, such as 主任
// columns: body, post, vacant_from, vacant_to, days, left_by, filled_by, place, file, line, quote, fact_id, notice, body_key, body_kind, left_by_key, filled_by_key
// draw: left_by:official -post-> body; filled_by:official -post-> body
// starts: body=that_body jurisdiction=bodies_of_place
// example: from=2022-04-01 to=2022-12-31
MATCH (o:Organization)<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE p.single_holder = true AND h.status = 'ended' AND h.to_earliest IS NOT NULL AND NOT h.capacity IN ['seconded', 'concurrent']
  AND h.to_earliest <= $to AND (size($body) = 0 OR o.key IN $body) AND ($post = '' OR p.name CONTAINS $post)
  AND NOT EXISTS { MATCH (p)<-[c:HOLDS]-(:Official) WHERE c.key <> h.key AND c.from_latest <= h.to_earliest AND (c.to_latest IS NULL OR c.to_latest > h.to_earliest) }
OPTIONAL MATCH (p)<-[n:HOLDS]-(b:Official) WHERE n.from_latest > h.to_earliest
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, p, h, a, n, b, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
WITH o, p, h, a, place, n, b ORDER BY n.from_latest, b.name, b.key
WITH o, p, h, a, place, h.key AS tenure, collect({since: n.from_earliest, from_latest: n.from_latest, name: b.name, key: b.key}) AS later
UNWIND CASE WHEN later[0].from_latest IS NULL THEN [later[0]] ELSE [one IN later WHERE one.from_latest = later[0].from_latest] END AS after
WITH o, p, h, a, place, tenure, after
WHERE (after.name IS NULL OR after.since IS NOT NULL) AND coalesce(after.since, $to) >= $from
OPTIONAL MATCH (a)-[e:DISMISSED]->(p) WHERE e.tenure = tenure
WITH o, p, h, a, place, after, e ORDER BY e.date DESC, e.fact_id
WITH o, p, h, a, place, after, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN o.name AS body, p.name AS post, h.to_earliest AS vacant_from, after.since AS vacant_to, duration.inDays(h.to_earliest,
       after.since).days AS days,
       a.name AS left_by, after.name AS filled_by, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, o.key AS body_key, o.kind AS body_kind, a.key AS left_by_key, after.key AS filled_by_key
ORDER BY vacant_from, body, body_key, post, left_by, left_by_key, filled_by, filled_by_key LIMIT $limit
