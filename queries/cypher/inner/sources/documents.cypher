// The issues that an answer rests on.
MATCH (d:Document)
RETURN d.key AS key, d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, d.published AS published, d.file AS file, d.url AS url, d.jurisdiction AS jurisdiction
ORDER BY published, gazette, issue, key
