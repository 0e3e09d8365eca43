// Tasks with who leads them, each by the first item that prints it, for the search index.
MATCH (t:Task)<-[:OF]-(i:Item)
OPTIONAL MATCH (i)<-[:LEADS]-(o:Organization)
RETURN min(i.key) AS key, t.name AS name, collect(DISTINCT o.name) AS leads, t.key AS task
ORDER BY task LIMIT $limit
