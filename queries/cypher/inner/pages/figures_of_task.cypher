// The figures in the prints of a task: targets, and what was reported of them.
MATCH (t:Task {key: $key})<-[:OF]-(i:Item)-[:HAS]->(f:Figure)
RETURN f.key AS key, f.indicator AS indicator, f.bound AS bound, f.quantity AS quantity, f.unit AS unit, f.amount AS amount, f.said AS said, f.period AS period,
       f.dated_text AS dated, f.file AS file, f.line AS line, f.quote AS quote, f.notice AS notice, f.document AS document, f.span_start AS first
ORDER BY f.unit, f.indicator, dated, file, first, key LIMIT $limit
