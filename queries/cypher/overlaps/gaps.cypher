// zh: 职责空白：只有泛称单位或没有牵头单位的任务
// en: Gaps: items that only aggregates answer for, or with no lead, in the documents loaded
// asks: planner
// section: overlaps
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// param words (words) = *: 事项中的词 | words of the item
// columns: gap, what, aggregates, unnamed, assisting, section_lead, times, number, section, document_number, dated, deadline, file, line, quote, notice, what_key, span_start
// rows: document_items task=what_key document section
// draw: none
// starts: document=items_of_document jurisdiction=items_of_place
// example: jurisdiction=*
MATCH (t:Task)<-[:OF]-(i:Item)
WITH t, i WHERE (size($document) = 0 OR i.notice IN $document) AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND NOT EXISTS { MATCH (t)<-[:OF]-(:Item)<-[:LEADS]-(:Organization) } AND NOT EXISTS { MATCH (t)<-[:OF]-(:Item)<-[:LEADS]-(:Official) }
MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
OPTIONAL MATCH (i)<-[:ASSISTS]-(o:Organization)
WITH t, i, n, o ORDER BY o.name, o.key
WITH t, i, n, collect(DISTINCT o.name) AS assisting
OPTIONAL MATCH (i)-[:WITHIN]->(:Item)<-[:LEADS]-(l:Organization)
WITH t, i, n, assisting, l ORDER BY l.name, l.key
WITH t, i, n, assisting, collect(DISTINCT l.name) AS section_lead
ORDER BY i.dated DESC, i.key
WITH t, count(i) AS times, collect({assisting: assisting, section_lead: section_lead, aggregates: i.aggregates, unnamed: i.unnamed, number: i.number,
    section: i.section, document_number: n.number, dated: i.dated_text, deadline: i.deadline, file: i.file, line: i.line, name: i.name, notice: n.key, span_start: i.span_start})[0] AS i
RETURN CASE WHEN size(i.assisting) > 0 THEN 'no_lead' WHEN i.unnamed IS NOT NULL THEN 'unnamed_only' WHEN i.aggregates IS NOT NULL THEN 'aggregates_only'
       WHEN size(i.section_lead) > 0 THEN 'section_lead_only'
       ELSE 'nobody' END AS gap,
       t.name AS what, i.aggregates AS aggregates, i.unnamed AS unnamed, i.assisting AS assisting, i.section_lead AS section_lead, times, i.number AS number,
       i.section AS section, i.document_number AS document_number, i.dated AS dated, i.deadline AS deadline, i.file AS file, i.line AS line, i.name AS quote, i.notice AS notice, t.key AS what_key,
       i.span_start AS span_start
ORDER BY gap, file, span_start, what, what_key, notice LIMIT $limit
