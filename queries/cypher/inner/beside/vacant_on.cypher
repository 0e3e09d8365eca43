// Posts of the bodies that one holder had left and no other filled on that day: what an empty seat says of itself.
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE p.single_holder = true AND h.status = 'ended' AND h.to_latest <= $on AND NOT h.capacity IN ['seconded', 'concurrent']
  AND NOT EXISTS { MATCH (p)<-[c:HOLDS]-(:Official) WHERE c.key <> h.key AND c.from_latest <= $on AND (c.to_latest IS NULL OR c.to_latest > h.to_earliest) }
OPTIONAL MATCH (p)<-[n:HOLDS]-(b:Official) WHERE n.from_latest > $on
WITH o, p, h, a, n, b, h.key AS tenure ORDER BY n.from_latest, b.name, b.key
WITH o, p, h, a, tenure, collect({since: n.from_earliest, name: b.name})[0] AS after
WHERE after.name IS NULL OR after.since IS NOT NULL
OPTIONAL MATCH (a)-[e:DISMISSED]->(p) WHERE e.tenure = tenure
WITH o, p, h, a, after, e ORDER BY e.date DESC, e.fact_id
WITH o, p, h, a, after, collect({file: e.file, line: e.line})[0] AS e
RETURN CASE WHEN after.name IS NULL THEN 'vacant_open' ELSE 'vacant' END AS message, o.name AS body, p.name AS post,
       h.to_earliest AS vacant_from, after.since AS vacant_to, a.name AS left_by, after.name AS filled_by, e.file AS file, e.line AS line
ORDER BY vacant_from, body, post, left_by, h.key LIMIT $limit
