// zh: 同名的人：各自的职务、地区与所见日期，没有依据说是同一人
// en: Several persons of one name: posts, place and dates of each; nothing in the documents says that they are one
// asks: journalist
// section: people
// param words (words) = *: 姓名 | the name
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: official, persons, titles, first_seen, last_confirmed, place, file, line, quote, fact_id, notice, official_key
// rows: same_name words=official jurisdiction
// draw: none
// example: words=张斌
OPTIONAL MATCH (q:Post)
WITH collect(DISTINCT q.name) AS posts
MATCH (a:Official)
WHERE all(word IN $words WHERE toLower(a.name) CONTAINS word) AND NOT a.name IN posts
WITH a.name AS name, count(a) AS persons, collect(a) AS some
WHERE persons > 1
UNWIND some AS a
WITH a, persons
WHERE '' IN $jurisdiction OR EXISTS { MATCH (a)-[:HOLDS]->(:Post)-[:OF]->(:Organization)-[:WITHIN]->(v:Jurisdiction) WHERE v.key IN $jurisdiction }
OPTIONAL MATCH (a)-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, persons, h, p, o, j ORDER BY h.last_confirmed, o.name, p.name, j.key
WITH a, persons, collect(DISTINCT o.name + p.name) AS titles, min(h.first_seen) AS first_seen, max(h.last_confirmed) AS last_confirmed,
     collect(DISTINCT j.name)[0] AS place, collect(DISTINCT coalesce(j.key, '')) AS codes
WHERE size(codes) = 0 OR any(code IN codes WHERE code IN $jurisdiction)
OPTIONAL MATCH (a)-[e:APPOINTED|DISMISSED|TITLED|LEADS|ASSISTS|MEMBER_OF]->(x)
WITH a, persons, titles, first_seen, last_confirmed, place, e ORDER BY CASE WHEN type(e) IN ['APPOINTED', 'TITLED', 'DISMISSED'] THEN 0 ELSE 1 END, e.date DESC, e.fact_id
WITH a, persons, titles, first_seen, last_confirmed, place,
     collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN a.name AS official, persons, titles, first_seen, last_confirmed, place, e.file AS file, e.line AS line, e.quote AS quote,
       e.fact_id AS fact_id, e.notice AS notice, a.key AS official_key
ORDER BY official, first_seen, official_key LIMIT $limit
