// zh: 某单位承担的任务
// en: Items of a body
// asks: analyst
// section: work
// param body (body): 单位 | the body
// param on (period) = *: 日期或时段 | a day or a period
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param relation (text) = *: 牵头或配合 | leads or assists
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: body, relation, role, what, number, subtitle, section, document_number, dated, deadline, valid_to, times, file, line, quote, fact_id, notice, body_key, body_kind, what_key
// rows: document_items task=what_key body=body_key relation=relation document section
// draw: body -relation-> what:task
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})-[e:LEADS|ASSISTS]->(i:Item)-[:OF]->(t:Task)
MATCH (i)-[:IN]->(n:Notice)
WHERE (size($document) = 0 OR i.notice IN $document) AND ($relation = '' OR toLower(type(e)) = $relation OR e.role CONTAINS $relation)
  AND all(word IN $words WHERE toLower(t.name) CONTAINS word) AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
WITH o, t, i, n, e ORDER BY e.date DESC, e.fact_id
WITH o, t, type(e) AS verb, count(DISTINCT i.key) AS times, collect({date: e.date, role: e.role, dated: e.date_text, until: e.valid_to, deadline: i.deadline,
     number: i.number, subtitle: i.subtitle, section: i.section, document_number: n.number, file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
RETURN o.name AS body, toLower(verb) AS relation, e.role AS role, t.name AS what, e.number AS number, e.subtitle AS subtitle, e.section AS section, e.document_number AS document_number, e.dated AS dated,
       e.deadline AS deadline, e.until AS valid_to, times, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, o.key AS body_key, o.kind AS body_kind, t.key AS what_key
ORDER BY body, body_key, relation DESC, e.date DESC, file, line, what, what_key LIMIT $limit
