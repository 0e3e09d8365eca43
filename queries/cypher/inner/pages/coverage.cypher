// The issues loaded, with their places, for the strip of quarters on the first page.
MATCH (d:Document)
OPTIONAL MATCH (j:Jurisdiction {key: d.jurisdiction})
RETURN d.key AS key, d.name AS gazette, d.issue AS issue, d.published AS published, d.file AS file, j.name AS place
ORDER BY published, gazette, issue, key LIMIT $limit
