// A document as printed: a notice by its number, its title, or the issue that prints it.
MATCH (n:Notice)-[:IN]->(d:Document)
RETURN n.key AS key, n.name AS name, [n.number] AS names, 'document' AS kind,
       coalesce(d.name, '') + ' ' + coalesce(d.issue, '') + ' ' + d.file AS place
ORDER BY place, n.span_start, key
