// The government whose posts the documents know best.
MATCH (o:Organization)<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
WHERE o.name ENDS WITH '人民政府'
WITH o.key AS key, o.name AS name, count(h) AS tenures
RETURN key, name
ORDER BY tenures DESC, key LIMIT $limit
