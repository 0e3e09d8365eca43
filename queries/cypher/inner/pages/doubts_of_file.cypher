// Doubts of a file with the line and the words of each, so that a reader can mark them.
MATCH (f:Finding {file: $file})
WHERE f.kind = 'doubt' AND f.status = 'open'
RETURN f.key AS key, f.line AS line, f.quote AS quote, f.why AS why
ORDER BY key LIMIT $limit
