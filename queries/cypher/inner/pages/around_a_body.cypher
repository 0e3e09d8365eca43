// Who oversees a body, what it is part of, what lies under it, its address, the groups it is in.
MATCH (o:Organization {key: $key})-[e:LEADS|LIAISES|PART_OF|LOCATED_AT|MEMBER_OF|HOSTS|ASSISTS]-(x)
WHERE x:Official OR x:Organization OR x:Place
RETURN CASE WHEN startNode(e) = o THEN 'out' ELSE 'in' END AS direction, toLower(type(e)) AS relation, e.role AS role, x.name AS name,
       x.key AS key, CASE WHEN x:Official THEN 'official' WHEN x:Place THEN 'place' ELSE x.kind END AS kind, e.date_text AS dated,
       e.valid_to AS valid_to, e.phone AS phone, e.fact_id AS fact_id, e.date AS date
ORDER BY relation, direction, date DESC, name, key, fact_id LIMIT $limit
