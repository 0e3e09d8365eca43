// Who answers for which field of work in a place, newest statement first.
MATCH (j:Jurisdiction {key: $place})<-[:WITHIN]-(o:Official)-[e:LEADS]->(t:Topic)
RETURN t.name AS field, t.key AS topic, o.name AS official, o.key AS official_key, e.role AS role, e.date AS date, e.date_text AS dated,
       e.valid_to AS ended, e.fact_id AS fact_id
ORDER BY date DESC, field, official, official_key, fact_id LIMIT $limit
