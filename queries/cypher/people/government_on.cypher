// zh: 某地政府及部门在某日：每个职务由谁担任，是否确定
// en: The posts of a place on a day, each with its holder and how certain it is
// asks: journalist
// section: people
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param on (date) = today: 日期 | the day
// param heads (text) = *: 填 yes 只看主要负责人 | yes: only heads
// param words (words) = *: 单位名称中的词，如 街道 | words of the body's name
// columns: body, post, official, sighted, from_earliest, from_latest, to_earliest, to_latest, last_confirmed, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: none
// steps: bounds
// starts: jurisdiction=bodies_of_place
// example: on=2022-06-01
MATCH (o:Organization)<-[:OF]-(p:Post)
WHERE all(word IN $words WHERE toLower(o.name) CONTAINS word) AND ($heads = '' OR (p.single_holder = true AND NOT p.name STARTS WITH '常务副' AND (NOT p.name STARTS WITH '总' OR p.name = '总经理')))
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, p, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (p)<-[h:HOLDS]-(a:Official)
WHERE (h.from_earliest IS NULL OR h.from_earliest <= $on) AND (h.to_latest IS NULL OR h.to_latest > $on)
WITH o, p, place, h, a, h.key AS tenure
OPTIONAL MATCH (p)<-[e:APPOINTED|DISMISSED|TITLED]-(:Official) WHERE e.tenure = tenure
WITH o, p, place, h, a, e ORDER BY e.date, e.fact_id
WITH o, p, place, h, a, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN o.name AS body, p.name AS post, a.name AS official,
       CASE WHEN a IS NULL THEN 'nobody_seen'
            WHEN h.from_latest <= $on AND (h.to_earliest > $on OR h.last_confirmed >= $on) THEN 'within'
            WHEN h.from_latest IS NULL OR h.from_latest > $on THEN 'seen_after' ELSE 'seen_before' END AS sighted,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.last_confirmed AS last_confirmed, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY CASE WHEN body ENDS WITH '人民政府' THEN 0 WHEN body_kind = 'department' THEN 1 ELSE 2 END, body, body_key,
    CASE WHEN NOT coalesce(p.single_holder, false) THEN CASE WHEN post STARTS WITH '副' THEN 2 ELSE 3 END WHEN post CONTAINS '副' THEN 1 ELSE 0 END, post, official, official_key, h.key LIMIT $limit
