// Who held which post of a body, with the bounds of each tenure.
MATCH (o:Organization {key: $key})<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
RETURN p.name AS post, p.key AS post_key, p.single_holder AS single, a.name AS official, a.key AS official_key, h.key AS tenure,
       h.capacity AS capacity, h.status AS status, h.end_basis AS end_basis, h.from_earliest AS from_earliest, h.from_latest AS from_latest,
       h.to_earliest AS to_earliest, h.to_latest AS to_latest, h.first_seen AS first_seen, h.last_confirmed AS last_confirmed, h.head_since AS head_since
ORDER BY single DESC, post, coalesce(from_earliest, from_latest, to_latest), to_latest, official, tenure LIMIT $limit
