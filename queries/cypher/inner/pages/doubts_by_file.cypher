// How many doubts each file has.
MATCH (f:Finding)
WHERE f.kind = 'doubt' AND f.status = 'open'
RETURN f.file AS file, count(*) AS count
ORDER BY file LIMIT $limit
