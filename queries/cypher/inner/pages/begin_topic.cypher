// A field of work to begin with.
MATCH (t:Topic)<-[e:LEADS]-(a:Official)
WHERE size(t.name) <= 6
WITH t.name AS name, count(DISTINCT a.key) AS officials
RETURN name
ORDER BY officials DESC, name LIMIT $limit
