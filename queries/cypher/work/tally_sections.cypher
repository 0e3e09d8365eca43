// zh: 任务计数：按文件的章节
// en: How many items stand in each section of a document
// asks: planner
// section: work
// param document (document): 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param words (words) = *: 事项中的词 | words of the item or its section
// param by (text) = section: 填 annex 按附件或表合计 | annex: one row an annex or list
// columns: annex, subtitle, section, tasks_count, numbers_count, section_lead, lines, document_number, file, line, notice, heading_key
// draw: none
// rows: document_items document=notice heading=heading_key words
// starts: document=items_of_document
// example: document=新政办〔2022〕10号
MATCH (i:Item)-[:IN]->(n:Notice)
WHERE n.key IN $document AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '')) CONTAINS word)
WITH i, n ORDER BY i.file, i.span_start
WITH n, i.annex AS annex, i.subtitle AS subtitle, CASE WHEN $by = 'annex' THEN null ELSE i.section END AS section, i.file AS file, count(i) AS tasks_count,
     count(DISTINCT i.number) AS numbers_count, collect(i.line) AS lines, min(i.line) AS line, collect(i.key) AS keys
OPTIONAL MATCH (m:Item)-[:WITHIN]->(:Item)<-[:LEADS]-(l:Organization) WHERE m.notice = n.key AND m.key IN keys
WITH n, annex, subtitle, section, file, tasks_count, numbers_count, lines, line, l ORDER BY l.name, l.key
WITH n, annex, subtitle, section, file, tasks_count, numbers_count, lines, line, collect(DISTINCT l.name) AS section_lead
RETURN annex, subtitle, section, tasks_count, numbers_count, section_lead, lines, n.number AS document_number, file, line, n.key AS notice,
       coalesce(annex, '') + '/' + coalesce(subtitle, '') + '/' + CASE WHEN $by = 'annex' THEN '*' ELSE coalesce(section, '') END AS heading_key
ORDER BY file, line, subtitle, section, notice LIMIT $limit
