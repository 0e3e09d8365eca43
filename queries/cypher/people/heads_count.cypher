// zh: 时段内各单位换过几任主要负责人
// en: How many heads of each body are seen or known to have served within a period
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: body, post, heads, people_named, perhaps_named, place, body_key, body_kind
// draw: none
// rows: succession body=body_key post=post from to
// starts: jurisdiction=bodies_of_place
// example: from=2019 to=2023
MATCH (o:Organization)<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE p.single_holder = true AND NOT p.name STARTS WITH '常务副' AND (NOT p.name STARTS WITH '总' OR p.name = '总经理') AND coalesce(h.first_seen, h.from_latest, h.to_earliest) <= $to
  AND coalesce(h.to_latest, h.last_confirmed, h.from_latest) >= $from
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, p, h, a, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
WITH o, p, a, place, min(coalesce(h.from_latest, h.first_seen, h.to_earliest)) AS first, min(h.first_seen) AS began, max(h.last_confirmed) AS ended,
     max(CASE WHEN coalesce(h.last_confirmed, h.to_earliest, h.from_latest) >= $from OR coalesce(h.to_earliest, $from) > $from THEN 1 ELSE 0 END) AS known
ORDER BY first, a.name, a.key
WITH o, p, place, collect(CASE WHEN known = 1 THEN a.name + CASE WHEN began IS NULL THEN '' WHEN began = ended OR ended IS NULL THEN '（' + toString(began) + '）' ELSE '（' + toString(began) + '—' + toString(ended) + '）' END END) AS officials, collect(CASE WHEN known = 0 THEN a.name END) AS perhaps_named
RETURN o.name AS body, p.name AS post, size(officials) AS heads, officials AS people_named, perhaps_named, place, o.key AS body_key, o.kind AS body_kind
ORDER BY heads DESC, size(perhaps_named) DESC, body, body_key, post, p.key LIMIT $limit
