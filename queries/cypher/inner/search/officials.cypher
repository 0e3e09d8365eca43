// Officials with their names and each tenure, for the search index.
MATCH (a:Official)
OPTIONAL MATCH (a)-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
RETURN a.key AS key, a.name AS name, a.names AS names, a.homonym AS homonym, o.name AS body, p.name AS post, h.status AS status,
       coalesce(h.last_confirmed, h.from_latest, h.to_earliest) AS last, h.to_latest AS ended, h.key AS tenure
ORDER BY key, last DESC, tenure LIMIT $limit
