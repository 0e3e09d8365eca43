// Topics to begin with: those that most officials answer for.
MATCH (t:Topic)<-[e:LEADS]-(a:Official)
WITH t, count(DISTINCT a.key) AS officials
WHERE size(t.name) <= 12
RETURN t.name AS name
ORDER BY officials DESC, name, t.key LIMIT $limit
