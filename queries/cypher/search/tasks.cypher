// Tasks with who leads them, for the search index.
MATCH (t:Task)
OPTIONAL MATCH (t)<-[:OF]-(:Item)<-[:LEADS]-(o:Organization)
RETURN t.key AS key, t.name AS name, collect(DISTINCT o.name) AS leads
ORDER BY key LIMIT $limit
