// zh: 原文自报的数量与逐项清点：相符与不符
// en: Numbers that a document states of its own items, persons and tables, beside a count: agree or differ
// asks: planner
// section: figures
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param agrees (text) = *: 填“相符”或“不符” | agrees or differs
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: stated_what, subject, stated, counted, agrees, document_number, titles, place, file, line, quote, notice, finding_key
// draw: none
// starts: document=notices_of_document jurisdiction=notices_of_place
// example: agrees=differs
MATCH (f:Finding)-[:ABOUT]->(n:Notice)-[:IN]->(d:Document)
WHERE (f.kind = 'stated_count' OR f.kind = 'claimed_total') AND (size($document) = 0 OR n.key IN $document) AND coalesce(d.jurisdiction, '') IN $jurisdiction
WITH f, n, d.jurisdiction AS code
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH f, n, j.name AS place, CASE WHEN f.stated = f.found THEN 'agrees' ELSE 'differs' END AS agrees
WHERE $agrees = '' OR agrees = $agrees
OPTIONAL MATCH (n)<-[:IN]-(:Item)-[:HAS]->(g:Figure) WHERE g.line = f.line AND g.amount = f.stated
WITH f, n, place, agrees, min(g.subject) AS subject
RETURN split(f.name, ':')[0] AS stated_what, subject, f.stated AS stated, f.found AS counted, agrees, n.number AS document_number, n.name AS titles, place, f.file AS file,
       f.line AS line, f.quote AS quote, n.key AS notice, f.key AS finding_key
ORDER BY file, line, stated_what, finding_key LIMIT $limit
