// Groups to begin with: those with most members.
MATCH (g:Organization)<-[e:LEADS|ASSISTS|MEMBER_OF]-(m)
WHERE g:Group
WITH g.name AS name, count(DISTINCT m.key) AS members
RETURN name
ORDER BY members DESC, name LIMIT $limit
