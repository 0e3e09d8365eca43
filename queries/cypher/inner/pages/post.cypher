// A post with its body.
MATCH (p:Post {key: $key})-[:OF]->(o:Organization)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
RETURN p.key AS key, p.name AS post, p.single_holder AS single, o.key AS body_key, o.name AS body, o.kind AS body_kind, min(j.name) AS place
ORDER BY key LIMIT $limit
