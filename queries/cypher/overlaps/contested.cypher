// zh: 多个单位在同一处共同牵头的任务，一项一行
// en: Items that several bodies lead together, in one print; one row an item
// asks: planner
// section: overlaps
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param leads (integer) = 2: 至少几个牵头单位；各街镇等泛称不计 | at least so many bodies that lead; 各街镇 and other words for many are not counted
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param body (body) = *: 其中一个牵头单位 | one of the bodies that lead
// param words (words) = *: 事项中的词 | words of the item
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: what, leads, leads_there, role, assisting, officials, times, number, subtitle, section, document_number, dated, deadline, file, line, quote, notice, what_key
// rows: document_items task=what_key leads:2 leads document section
// draw: none
// starts: document=items_of_document body=items_of_body jurisdiction=items_led_in_place
// example: leads=3
MATCH (i:Item)<-[x:LEADS]-(o:Organization)
WHERE (size($document) = 0 OR i.notice IN $document) AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH i.key AS item_key, o.key AS body_key, o.name AS body, coalesce(x.named_at, x.span_start) AS place, x.fact_id AS fact, x.role AS role,
     x.quote AS quote, coalesce(x.beside, o.key) AS stands, min(j.key) AS code
WITH item_key, body_key, body, place, fact, role, quote, stands, code ORDER BY place, body, body_key, fact
WITH item_key, count(DISTINCT stands) AS together, collect(DISTINCT body) AS leads_there, collect(DISTINCT body_key) AS keys,
     collect(DISTINCT code) AS codes, collect(role)[0] AS role, collect(quote)[0] AS quote
WHERE together >= $leads AND (size($body) = 0 OR any(key IN $body WHERE key IN keys))
  AND ('' IN $jurisdiction OR any(code IN codes WHERE code IN $jurisdiction))
MATCH (i:Item {key: item_key})-[:OF]->(t:Task)
WHERE all(word IN $words WHERE toLower(t.name) CONTAINS word)
MATCH (i)-[:IN]->(n:Notice)
OPTIONAL MATCH (i)<-[:ASSISTS]-(w:Organization)
WITH t, i, n, together, leads_there, role, quote, w ORDER BY w.name, w.key
WITH t, i, n, together, leads_there, role, quote, collect(DISTINCT w.name) AS assisting
OPTIONAL MATCH (i)<-[:LEADS|ASSISTS]-(a:Official)
WITH t, i, n, together, leads_there, role, quote, assisting, a ORDER BY a.name, a.key
WITH t, i, n, together, leads_there, role, quote, assisting, collect(DISTINCT a.name) AS officials
ORDER BY together DESC, i.dated DESC, i.key
WITH t, max(together) AS leads, count(i) AS times, collect({leads_there: leads_there, role: role, assisting: assisting, officials: officials, number: i.number,
    subtitle: i.subtitle, section: i.section, document_number: n.number, dated: i.dated_text, deadline: i.deadline, file: i.file, line: i.line, quote: quote, notice: n.key})[0] AS e
RETURN t.name AS what, leads, e.leads_there AS leads_there, e.role AS role, e.assisting AS assisting, e.officials AS officials, times, e.number AS number,
       e.subtitle AS subtitle, e.section AS section, e.document_number AS document_number, e.dated AS dated, e.deadline AS deadline, e.file AS file, e.line AS line, e.quote AS quote,
       e.notice AS notice, t.key AS what_key
ORDER BY leads DESC, file, line, what, what_key LIMIT $limit
