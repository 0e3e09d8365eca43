// zh: 两个单位共同承担的任务
// en: Items that two bodies answer for together
// asks: planner
// section: overlaps
// param body (body): 单位 | one body
// param other (body): 另一单位 | the other body
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: what, body, relation, role, other, other_relation, other_role, times, number, subtitle, section, document_number, dated, deadline, file, line, quote, fact_id, notice, other_line, other_quote, what_key, body_key, body_kind, other_key, other_kind
// rows: document_items task=what_key body=body_key also=other_key document section
// draw: body -relation-> what:task; other -other_relation-> what:task
// example: body=区发展和改革局 other=区财政局
UNWIND $body AS body_key
UNWIND $other AS other_key
MATCH (o:Organization {key: body_key})-[x:LEADS|ASSISTS]->(i:Item)-[:OF]->(t:Task)
MATCH (b:Organization {key: other_key})-[y:LEADS|ASSISTS]->(i)
MATCH (i)-[:IN]->(n:Notice)
WHERE (size($document) = 0 OR n.key IN $document) AND all(word IN $words WHERE toLower(t.name) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND o.key <> b.key AND coalesce(x.beside, '') <> b.key AND coalesce(y.beside, '') <> o.key
WITH o, b, t, i, n, x, y, CASE WHEN type(x) = 'LEADS' THEN 1 ELSE 0 END AS leads, CASE WHEN type(y) = 'LEADS' THEN 1 ELSE 0 END AS other_leads
WITH o, b, t, i, n, x, y ORDER BY leads * other_leads DESC, leads DESC, other_leads DESC, x.date DESC, x.fact_id, y.fact_id
WITH o, b, t, count(DISTINCT i.key) AS times, collect({date: x.date, verb: type(x), other_verb: type(y), role: x.role, other_role: y.role,
    dated: x.date_text, deadline: i.deadline, number: i.number, subtitle: i.subtitle, section: i.section, document_number: n.number, file: x.file, line: x.line,
    quote: x.quote, fact_id: x.fact_id, notice: x.notice, other_line: y.line, other_quote: y.quote})[0] AS e
RETURN t.name AS what, o.name AS body, toLower(e.verb) AS relation, e.role AS role, b.name AS other, toLower(e.other_verb) AS other_relation,
       e.other_role AS other_role, times, e.number AS number, e.subtitle AS subtitle, e.section AS section, e.document_number AS document_number,
       e.dated AS dated, e.deadline AS deadline, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, e.other_line AS other_line, e.other_quote AS other_quote,
       t.key AS what_key, o.key AS body_key, o.kind AS body_kind, b.key AS other_key, b.kind AS other_kind
ORDER BY e.date DESC, file, line, what, what_key, relation DESC, other_relation DESC, body_key, other_key LIMIT $limit
