// Streets that lead other items of a document in which at least three streets have the target asked about: those without it.
// starts: document=items_of_document
MATCH (i:Item)-[:IN]->(n:Notice)
MATCH (i)<-[:LEADS]-(w:Organization)
WHERE w.kind = 'street' AND $kind IN ['', 'street'] AND (size($document) = 0 OR n.key IN $document) AND all(word IN $words WHERE toLower(i.name) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
WITH n, collect(DISTINCT w.key) AS those
WHERE size(those) >= 3
MATCH (v:Organization)-[:LEADS]->(k:Item)-[:IN]->(n)
WHERE v.kind = 'street' AND NOT v.key IN those
WITH DISTINCT n, v.name AS name ORDER BY name
WITH n, collect(name) AS names
RETURN 'streets_without' AS message, coalesce(n.number, n.name) AS number,
       reduce(listed = '', name IN names | listed + CASE WHEN listed = '' THEN '' ELSE '、' END + name) AS streets
ORDER BY number, n.key LIMIT $limit
