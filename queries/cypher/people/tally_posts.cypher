// zh: 职务计数：某日所知职务几个，其中在任期内、此前见任、此后始见、未见任职者各几个
// en: How many posts of each place are known on a day: with a holder, with one seen before or after only, with nobody
// asks: journalist
// section: people
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param on (date) = today: 日期 | the day
// param heads (text) = *: 填 yes 只看主要负责人 | yes: only heads
// param words (words) = *: 单位名称中的词，如 街道 | words of the body's name
// columns: place, posts, held_posts, before_posts, after_posts, empty_posts, place_key
// draw: none
// rows: government_on jurisdiction=place_key on heads words
// starts: jurisdiction=bodies_of_place
// example: on=2022-06-01
MATCH (o:Organization)<-[:OF]-(p:Post)
WHERE all(word IN $words WHERE toLower(o.name) CONTAINS word)
  AND ($heads = '' OR (p.single_holder = true AND NOT p.name STARTS WITH '常务副' AND (NOT p.name STARTS WITH '总' OR p.name = '总经理')))
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH p, min(j.key) AS code, min(j.name) AS place
WHERE code IN $jurisdiction
OPTIONAL MATCH (p)<-[h:HOLDS]-(a:Official)
WHERE (h.from_earliest IS NULL OR h.from_earliest <= $on) AND (h.to_latest IS NULL OR h.to_latest > $on)
WITH p.key AS post, code, place, max(CASE WHEN a IS NULL THEN 0 WHEN h.from_latest <= $on AND (h.to_earliest > $on OR h.last_confirmed >= $on) THEN 3
     WHEN h.from_latest IS NULL OR h.from_latest > $on THEN 1 ELSE 2 END) AS known
RETURN place, count(post) AS posts, sum(CASE WHEN known = 3 THEN 1 ELSE 0 END) AS held_posts, sum(CASE WHEN known = 2 THEN 1 ELSE 0 END) AS before_posts,
       sum(CASE WHEN known = 1 THEN 1 ELSE 0 END) AS after_posts, sum(CASE WHEN known = 0 THEN 1 ELSE 0 END) AS empty_posts, '=' + code AS place_key
ORDER BY posts DESC, place_key LIMIT $limit
