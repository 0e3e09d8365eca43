// Doubts with the place in their document, so that a reader can mark them.
MATCH (f:Finding)
WHERE f.kind = 'doubt' AND f.status = 'open'
RETURN f.key AS key, f.file AS file, f.line AS line, f.quote AS quote, f.why AS why
ORDER BY key LIMIT $limit
