// Who answers for a field of work by its name, newest statement first; for some only in one respect, such as its 安全生产.
MATCH (o:Official)-[e:LEADS]->(t:Topic)
WHERE t.name = $word
RETURN o.name AS official, o.key AS official_key, t.key AS topic, e.role AS role, e.topic AS respect, e.date_text AS dated, e.fact_id AS fact_id, e.date AS date
ORDER BY date DESC, official, official_key, fact_id LIMIT $limit
