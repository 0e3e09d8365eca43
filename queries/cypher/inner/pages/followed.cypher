// A post of one holder in which one followed another, as an example that has an answer.
MATCH (a:Official)-[s:SUCCEEDED]->(b:Official)
MATCH (a)-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
WHERE h.key = s.new_tenure AND p.single_holder = true AND s.gap_days > 0
RETURN o.name AS body, o.key AS body_key, p.name AS post, s.date AS day
ORDER BY day DESC, body_key, post LIMIT $limit
