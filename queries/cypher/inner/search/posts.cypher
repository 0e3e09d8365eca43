// Posts with their bodies and holders, for the search index.
MATCH (p:Post)-[:OF]->(o:Organization)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH p, o, min(j.name) AS place
OPTIONAL MATCH (p)<-[h:HOLDS]-(a:Official)
RETURN p.key AS key, p.name AS post, o.name AS body, o.names AS names, place, a.name AS holder,
       coalesce(h.last_confirmed, h.from_latest, h.to_earliest) AS last, h.key AS tenure
ORDER BY key, last DESC, tenure LIMIT $limit
