// The task of an item.
MATCH (i:Item {key: $key})-[:OF]->(t:Task)
RETURN t.key AS task
ORDER BY task LIMIT $limit
