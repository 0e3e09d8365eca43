// zh: 时段内到期的任务，一项一行
// en: Deadlines that fall due between two dates; one row an item
// asks: planner
// section: work
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param body (body) = *: 牵头或配合的单位 | a body that leads or assists
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: due, deadline, due_from, what, leads_there, assisting, officials, aggregates, unnamed, times, number, section, document_number, dated, place, file, line, quote, notice, what_key
// rows: document_items task=what_key due=due document section
// draw: none
// starts: document=items_of_document body=items_of_body jurisdiction=items_of_place
// example: from=2022-06-01 to=2022-12-31
MATCH (i:Item)-[:OF]->(t:Task)
MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE (i.due IS NOT NULL OR i.due_said IS NOT NULL) AND (size($document) = 0 OR n.key IN $document) AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
  AND coalesce(d.jurisdiction, '') IN $jurisdiction
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
UNWIND coalesce(i.due, i.due_said) AS day
WITH t, i, n, d.jurisdiction AS code, date(day) AS due
WHERE due >= $from AND due <= $to
OPTIONAL MATCH (who)-[e:LEADS|ASSISTS]->(i)
WITH t, i, n, code, due, e, who, coalesce(e.named_at, e.span_start) AS place
WITH t, i, n, code, due, e, who, place ORDER BY place, who.name, who.key
WITH t, i, n, code, due, collect(DISTINCT who.key) AS keys,
     collect(DISTINCT CASE WHEN who:Organization AND type(e) = 'LEADS' THEN who.name END) AS leads_there,
     collect(DISTINCT CASE WHEN who:Organization AND type(e) = 'ASSISTS' THEN who.name END) AS assisting,
     collect(DISTINCT CASE WHEN who:Official THEN who.name END) AS officials
WHERE size($body) = 0 OR any(key IN $body WHERE key IN keys)
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH t, i, n, due, leads_there, assisting, officials, j.name AS place ORDER BY i.dated DESC, i.key
WITH t, due, count(DISTINCT i.key) AS times, collect({deadline: i.deadline, due_from: CASE WHEN i.due IS NULL THEN 'words' ELSE 'column' END, leads_there: leads_there, assisting: assisting, officials: officials, dated: i.dated_text,
    aggregates: i.aggregates, unnamed: i.unnamed, number: i.number, section: i.section, document_number: n.number, place: place, file: i.file, line: i.line,
    quote: i.name, notice: n.key})[0] AS e
RETURN due, e.deadline AS deadline, e.due_from AS due_from, t.name AS what, e.leads_there AS leads_there, e.assisting AS assisting, e.officials AS officials, e.aggregates AS aggregates,
       e.unnamed AS unnamed, times, e.number AS number, e.section AS section, e.document_number AS document_number, e.dated AS dated, e.place AS place,
       e.file AS file, e.line AS line, e.quote AS quote, e.notice AS notice, t.key AS what_key
ORDER BY due, file, line, what, what_key LIMIT $limit
