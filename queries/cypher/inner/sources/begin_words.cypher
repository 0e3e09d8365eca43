// Topics to begin with: those that most officials answer for.
MATCH (t:Topic)<-[e:LEADS]-(a:Official)
WITH t.name AS name, count(DISTINCT a.key) AS officials
WHERE size(name) <= 12
RETURN name
ORDER BY officials DESC, name LIMIT $limit
