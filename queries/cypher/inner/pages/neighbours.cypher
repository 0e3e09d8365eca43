// Who held an official's posts before and after, as far as the documents say.
MATCH (a:Official {key: $key})-[h:HOLDS]->(p:Post)-[:OF]->(o:Organization)
OPTIONAL MATCH (a)-[s:SUCCEEDED]->(b:Official) WHERE s.new_tenure = h.key
OPTIONAL MATCH (c:Official)-[t:SUCCEEDED]->(a) WHERE t.old_tenure = h.key
RETURN h.key AS tenure, p.name AS post, p.single_holder AS single, o.name AS body, o.key AS body_key, o.kind AS body_kind,
       b.name AS before, b.key AS before_key, s.gap_days AS before_gap, c.name AS after, c.key AS after_key, t.gap_days AS after_gap,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest,
       h.last_confirmed AS last_confirmed, h.first_seen AS first_seen, h.end_basis AS end_basis, h.capacity AS capacity, h.status AS status
ORDER BY coalesce(from_earliest, from_latest, to_latest), to_latest, body, post, tenure, before_key, after_key LIMIT $limit
