// zh: 先后见于不同单位的人：先任何职、末次见于何日，后任何职、始见于何日；没有任免通知的也在内
// en: Who is seen first in one body and later in another: the post and the day last seen there, the post and the day first seen here, with or without a notice of the move
// asks: journalist
// section: people
// param from (from) = 0001: 后任始见的第一天 | first day of being seen in the later post
// param to (to) = 9999: 后任始见的最后一天 | last day of being seen in the later post
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param official (official) = *: 人员 | the official
// param body (body) = *: 后任的单位 | the body of the later post
// param before (body) = *: 先任的单位 | the body of the earlier post
// param kind (text) = *: 先任单位的类别：部门、街镇 | kind of the earlier body: department or street
// param post (text) = *: 后任职务中的词，如 局长 | words of the later post, such as 局长
// columns: official, left_body, post_before, before_last, joined_body, post_after, after_first, place, file, line, quote, fact_id, notice, official_key, left_body_key, left_body_kind, joined_body_key, joined_body_kind
// draw: official -post_before-> left_body; official -post_after-> joined_body
// starts: official=that_official body=that_body before=body_before jurisdiction=bodies_of_place
// example: kind=街镇 post=局长
MATCH (x:Organization)<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)-[k:HOLDS]->(q:Post)-[:OF]->(o:Organization)
WHERE x.key <> o.key AND coalesce(h.last_confirmed, h.to_latest) < k.first_seen AND k.first_seen >= $from AND k.first_seen <= $to
  AND (size($official) = 0 OR a.key IN $official) AND (size($body) = 0 OR o.key IN $body) AND (size($before) = 0 OR x.key IN $before)
  AND ($kind = '' OR x.kind = $kind) AND ($post = '' OR q.name CONTAINS $post)
  AND NOT EXISTS { MATCH (a)-[m:HOLDS]->(:Post) WHERE m.first_seen > coalesce(h.last_confirmed, h.to_latest) AND m.first_seen < k.first_seen }
  AND NOT EXISTS { MATCH (a)-[b:HOLDS]->(:Post)-[:OF]->(z:Organization) WHERE z.key = o.key AND b.first_seen < k.first_seen }
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH x, p, h, a, k, q, o, min(j.key) AS code, min(j.name) AS place, k.key AS tenure
WHERE coalesce(code, '') IN $jurisdiction
MATCH (a)-[e:APPOINTED|TITLED]->(q) WHERE e.tenure = tenure AND e.date <= k.first_seen
WITH x, p, h, a, k, q, o, place, e ORDER BY e.date, e.fact_id
WITH x, p, h, a, k, q, o, place, collect({file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN a.name AS official, x.name AS left_body, p.name AS post_before, coalesce(h.last_confirmed, h.to_latest) AS before_last, o.name AS joined_body, q.name AS post_after,
       k.first_seen AS after_first, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS official_key,
       x.key AS left_body_key, x.kind AS left_body_kind, o.key AS joined_body_key, o.kind AS joined_body_kind
ORDER BY after_first, official, official_key, left_body, left_body_key, post_before, joined_body, joined_body_key, post_after, h.key, k.key LIMIT $limit
