// What waits for a decision.
MATCH (f:Finding)
WHERE f.status = 'open'
OPTIONAL MATCH (f)-[:ABOUT]->(x)
WITH f, x ORDER BY x.name, x.key
WITH f, collect(x.name) AS names, collect(x.key) AS keys,
     collect(CASE WHEN x:Official THEN 'official' WHEN x:Task THEN 'task' WHEN x:Policy THEN 'policy' WHEN x:Project THEN 'project'
             WHEN x:Topic THEN 'topic' WHEN x:Post THEN 'post' ELSE coalesce(x.kind, 'document') END) AS kinds
RETURN f.key AS key, f.kind AS kind, f.name AS name, f.score AS score, f.why AS why, f.mentions AS mentions, f.file AS file, f.line AS line,
       f.quote AS quote, names, keys, kinds
ORDER BY kind, score DESC, file, line, key LIMIT $limit
