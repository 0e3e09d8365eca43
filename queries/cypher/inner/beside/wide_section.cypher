// Words of a section that stand in the title of an annex, so that they leave all of it, and the lists in it whose titles have them too.
MATCH (i:Item)-[:IN]->(n:Notice)
WHERE n.key IN $document AND size($section) > 0 AND i.subtitle IS NOT NULL AND all(part IN $section WHERE toLower(coalesce(i.annex, '')) CONTAINS part)
WITH n, last(split(i.subtitle, '/')) AS list, i
WHERE all(part IN $section WHERE toLower(list) CONTAINS part)
WITH n, list, count(i) AS items, min(i.span_start) AS place ORDER BY place
WITH n, collect(list + ' (' + toString(items) + ')') AS lists
RETURN 'wide_section' AS message, coalesce(n.number, n.name) AS number,
       reduce(listed = '', one IN lists | listed + CASE WHEN listed = '' THEN '' ELSE '、' END + one) AS listed
ORDER BY number, n.key LIMIT $limit
