// zh: 一份文件的任务表，按刊印顺序，一项一行
// en: The items of a document as printed, one row an item
// asks: planner
// section: work
// param document (document) = *: 文号、标题或其中的词、公报期号 | number, title or a part of it, or an issue
// param body (body) = *: 单位 | a body that leads or assists
// param relation (text) = *: 单位的关系：牵头、配合、首位（列在首位牵头） | what the body does: leads, assists, first (first of the leads)
// param number (text) = *: 编号 | number of the item
// param official (official) = *: 领导 | an official who answers
// param words (words) = *: 事项中的词 | words of the item or its section
// param leaders (integer) = 0: 至少几位领导分管 | items that at least so many officials answer for
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// param other (official) = *: 同时由其负责的另一位领导 | another official who answers too
// param status (values) = *: 进展：完成、进行中、未启动、取消、不详 | progress: done, in progress, not started, cancelled, unknown
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param also (body) = *: 同时承担的另一单位 | another body that leads or assists too
// param without (body) = *: 不由其牵头（负责）的单位 | a body that does not lead
// param leads (integer) = 0: 至少几个牵头单位；各街镇等泛称不计 | at least so many bodies that lead; 各街镇 and other words for many are not counted
// param sole (text) = *: 填“是”只列由一个单位单独牵头的 | yes: only items that one body leads alone
// param due (period) = *: 到期时段 | a period in which it falls due
// param grounds (policy) = *: 所依据的文件 | a document that the item rests on
// param task (key) = *: 任务的键 | the key of a task
// param heading (key) = *: 章节的键 | the key of a section or annex
// param role (text) = *: 牵头单位的原文用词，如 牵头部门 | the word printed for who leads, such as 牵头部门
// columns: annex, subtitle, section, number, what, officials, leads_there, role, assisting, aggregates, unnamed, deadline, progress, progress_quote, dated, document_number, file, line, quote, notice, what_key, span_start, together
// beside: run_together wide_section
// draw: none
// steps: reported
// starts: document=items_of_document official=items_of_official other=items_of_other body=items_of_body also=items_of_also grounds=items_of_grounds jurisdiction=items_of_place
// example: document=新政办〔2023〕5号 body=新洲区商务局 relation=首位
MATCH (i:Item)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
  AND (size($document) = 0 OR n.key IN $document) AND ($number = '' OR replace(coalesce(i.number, ''), '.', '') = $number)
  AND (size($heading) = 0 OR coalesce(i.annex, '') + '/' + coalesce(i.subtitle, '') + '/' + coalesce(i.section, '') IN $heading
    OR coalesce(i.annex, '') + '/' + coalesce(i.subtitle, '') + '/*' IN $heading)
  AND ($due_from <= date('0001-01-01') OR any(day IN coalesce(i.due, i.due_said, []) WHERE date(day) >= $due_from AND date(day) <= $due_to))
  AND (size($grounds) = 0 OR EXISTS { MATCH (i)-[:UNDER]->(y:Policy) WHERE y.key IN $grounds })
MATCH (i)-[:OF]->(t:Task)
WHERE all(word IN $words WHERE toLower(i.name + ' ' + coalesce(i.section, '') + ' ' + coalesce(i.number, '')) CONTAINS word) AND (size($task) = 0 OR t.key IN $task)
OPTIONAL MATCH (i)<-[r:REPORTED]-(:Organization)
WITH i.key AS item, n.key AS notice, n.number AS document_number, t.key AS what_key, r.status AS reported, r.quote AS reported_quote, r.fact_id AS fact
WITH item, notice, document_number, what_key, reported, reported_quote, fact ORDER BY fact
WITH item, notice, document_number, what_key, collect(reported)[0] AS progress, collect(reported_quote)[0] AS progress_quote
WHERE size($status) = 0 OR progress IN $status
MATCH (i:Item {key: item})
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS]-(w)
WITH item, notice, document_number, what_key, progress, progress_quote, w.name AS name, w.key AS key,
     coalesce(e.named_at, e.span_start) AS place, e.role AS duty, coalesce(e.beside, w.key) AS beside, CASE WHEN w:Organization THEN type(e) WHEN w:Official THEN 'OFFICIAL' END AS how
WITH item, notice, document_number, what_key, progress, progress_quote, name, key, place, duty, beside, how ORDER BY place, name, key
WITH item, notice, document_number, what_key, progress, progress_quote,
     collect(DISTINCT CASE WHEN how = 'LEADS' THEN name END) AS leads_there, collect(DISTINCT CASE WHEN how = 'ASSISTS' THEN name END) AS assisting,
     collect(DISTINCT CASE WHEN how = 'LEADS' THEN duty END) AS roles, collect(DISTINCT CASE WHEN how = 'LEADS' THEN name + '：' + duty END) AS said_of,
     collect(DISTINCT CASE WHEN how = 'OFFICIAL' THEN name END) AS officials, collect(DISTINCT key) AS keys, collect(DISTINCT CASE WHEN how = 'LEADS' THEN key END) AS leading,
     count(DISTINCT CASE WHEN how = 'LEADS' THEN beside END) AS together, collect(DISTINCT CASE WHEN how = 'ASSISTS' THEN key END) AS helping
WHERE (size($body) = 0 OR any(key IN $body WHERE ($relation = '' AND key IN keys) OR ($relation = 'leads' AND key IN leading)
    OR ($relation = 'assists' AND key IN helping) OR ($relation = 'first' AND key = leading[0])))
  AND (size($official) = 0 OR any(key IN $official WHERE key IN keys)) AND (size($other) = 0 OR any(key IN $other WHERE key IN keys)) AND size(officials) >= $leaders
  AND (size($also) = 0 OR any(key IN $also WHERE key IN keys)) AND together >= $leads AND ($sole = '' OR together = 1) AND none(key IN $without WHERE key IN leading)
  AND ($role = '' OR any(duty IN roles WHERE duty CONTAINS $role))
WITH item, notice, document_number, what_key, progress, progress_quote, leads_there, roles, said_of, assisting, officials, together
MATCH (i:Item {key: item})
RETURN i.annex AS annex, i.subtitle AS subtitle, i.section AS section, i.number AS number, i.name AS what, officials, leads_there,
       CASE WHEN size(roles) < 2 THEN roles[0] ELSE reduce(told = '', one IN said_of | told + CASE WHEN told = '' THEN '' ELSE '、' END + one) END AS role, assisting,
       i.aggregates AS aggregates, i.unnamed AS unnamed, i.deadline AS deadline, progress, progress_quote, i.dated_text AS dated, document_number, i.file AS file, i.line AS line,
       i.name AS quote, notice, what_key, i.span_start AS span_start, together
ORDER BY file, span_start, what_key LIMIT $limit
