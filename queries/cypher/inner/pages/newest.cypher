// The newest changes.
MATCH (a:Official)-[e:APPOINTED|DISMISSED]->(p:Post)-[:OF]->(o:Organization)
WHERE e.date IS NOT NULL
RETURN e.date_text AS dated, toLower(type(e)) AS relation, a.name AS official, a.key AS official_key, p.name AS post, o.name AS body,
       o.key AS body_key, e.fact_id AS fact_id
ORDER BY e.date DESC, dated, relation, body, post, official, fact_id LIMIT $limit
