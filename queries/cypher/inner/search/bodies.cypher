// Bodies with their names, and who heads them, for the search index.
MATCH (o:Organization)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH o, min(j.name) AS place
OPTIONAL MATCH (o)<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE p.single_holder = true
RETURN o.key AS key, o.name AS name, o.names AS names, o.kind AS kind, place, p.name AS post, a.name AS holder,
       coalesce(h.last_confirmed, h.from_latest, h.to_earliest) AS last, h.status AS status, h.key AS tenure
ORDER BY key, last DESC, tenure LIMIT $limit
