// What officials answer for in the documents, beside the posts that they are printed with: who supervises, heads or sits where.
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[e:LEADS|ASSISTS|LIAISES|MEMBER_OF]->(x)
WHERE e.role IS NOT NULL AND e.date_text IS NOT NULL
WITH a, e.role AS role, count(e) AS times, min(e.date_text) AS first, max(e.date_text) AS last
WITH a, role, times, first, last ORDER BY last DESC, times DESC, role
WITH a, collect(role + ' ' + toString(times)) AS roles, min(first) AS first, max(last) AS last
RETURN 'answers_too' AS message, a.name AS official, first, last,
       reduce(listed = '', role IN roles | listed + CASE WHEN listed = '' THEN '' ELSE '、' END + role) AS roles
ORDER BY official, last, a.key LIMIT $limit
