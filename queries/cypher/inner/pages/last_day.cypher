// The last day that any document covers.
MATCH (n:Notice)
WHERE n.dated IS NOT NULL
RETURN max(n.dated) AS last
ORDER BY last LIMIT $limit
