// Groups to begin with: those with most members.
MATCH (g:Organization)<-[e:LEADS|ASSISTS|MEMBER_OF]-(m)
WHERE g:Group
WITH g, count(DISTINCT m.key) AS members
RETURN g.name AS name
ORDER BY members DESC, name, g.key LIMIT $limit
