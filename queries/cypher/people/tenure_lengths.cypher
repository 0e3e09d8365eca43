// zh: 起止都有文件可证的任期有多长
// en: How long tenures lasted of which both ends are printed
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param official (official) = *: 人员 | the official
// param body (body) = *: 单位 | the body
// param post (text) = *: 职务中的词，如 主任 | words of the post, such as 主任
// columns: official, body, post, days, from_earliest, from_latest, to_earliest, to_latest, end_basis, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: none
// steps: bounds days
// starts: official=that_official body=that_body jurisdiction=bodies_of_place
// example: from=2019
MATCH (a:Official)-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
WHERE h.from_earliest = h.from_latest AND h.to_earliest = h.to_latest AND coalesce(h.end_basis, '') <> 'promotion' AND h.from_latest <= $to AND h.to_earliest >= $from
  AND (size($official) = 0 OR a.key IN $official) AND (size($body) = 0 OR o.key IN $body) AND ($post = '' OR p.name CONTAINS $post)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, h, p, o, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
WITH a, h, p, o, place, h.key AS tenure
OPTIONAL MATCH (a)-[e:APPOINTED|DISMISSED|TITLED]->(p) WHERE e.tenure = tenure
WITH a, h, p, o, place, e ORDER BY e.date DESC, e.fact_id
WITH a, h, p, o, place, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN a.name AS official, o.name AS body, p.name AS post, 0 AS days, h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.end_basis AS end_basis, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY official, official_key, body, body_key, post, from_latest, h.key LIMIT $limit
