// zh: 项目计数：各项目见于几份文件、几项任务，由谁牵头
// en: In how many documents and items each project stands, and who leads there
// asks: planner
// section: work
// param words (words) = *: 项目名称中的词 | words of the project's name
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param documents (integer) = 1: 至少见于几份文件 | in at least so many documents
// columns: project, spelling, documents_count, items, leads_there, document_numbers, lines, project_key
// draw: none
// rows: project_items project=project_key document
// starts: document=items_of_document jurisdiction=items_of_place
// example: documents=2
MATCH (i:Item)-[:CONCERNS]->(p:Project)
MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE (p.key IN $alike OR all(word IN $words WHERE toLower(p.name) CONTAINS word)) AND (size($document) = 0 OR n.key IN $document) AND coalesce(d.jurisdiction, '') IN $jurisdiction
OPTIONAL MATCH (i)<-[e:LEADS]-(o:Organization)
WITH p.name AS project, p.key AS project_key, i.key AS print, i.file AS file, i.line AS line, n.key AS notice, coalesce(n.number, n.name) AS document_number,
     o.name AS body, coalesce(e.named_at, e.span_start) AS place, o.key AS body_key
WITH project, project_key, print, file, line, notice, document_number, body, place, body_key ORDER BY file, line, print, place, body, body_key
WITH project, project_key, count(DISTINCT notice) AS documents_count, count(DISTINCT print) AS items, collect(DISTINCT body) AS leads_there,
     collect(DISTINCT document_number) AS document_numbers, collect(DISTINCT line) AS lines
WHERE documents_count >= $documents
RETURN project, CASE WHEN project_key IN $alike THEN 'likely' END AS spelling, documents_count, items, leads_there, document_numbers, lines, project_key
ORDER BY documents_count DESC, items DESC, project, project_key LIMIT $limit
