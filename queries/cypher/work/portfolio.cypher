// zh: 某位领导的分工与职责
// en: Portfolio of an official
// asks: analyst
// section: work
// param official (official): 姓名 | the official
// param on (period) = *: 日期或时段 | a day or a period
// param relation (text) = *: 分管、协助、联系 | leads, assists or liaises
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// columns: who, relation, role, what, what_kind, topic, times, document_number, dated, valid_from, valid_to, valid_basis, file, line, quote, fact_id, notice, who_key, what_key, task_key
// rows: document_items task=task_key official=who_key document ; document_items task=task_key document
// draw: who:official -relation-> what
// example: official=陈晓红 on=2019-05-01
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[e:LEADS|ASSISTS|LIAISES|COVERS|MEMBER_OF]-(what)
WHERE ($relation = '' OR toLower(type(e)) = $relation OR e.role CONTAINS $relation) AND (size($document) = 0 OR e.notice IN $document) AND (startNode(e) = a OR type(e) = 'COVERS')
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
OPTIONAL MATCH (what)-[:OF]->(task:Task)
WITH a, e, what, CASE WHEN task IS NULL THEN what ELSE task END AS thing
WITH a, e, what, thing, CASE WHEN thing:Task THEN thing.key ELSE e.fact_id END AS once ORDER BY e.date DESC, e.fact_id
WITH a, thing, once, type(e) AS verb, count(DISTINCT what.key) AS times, collect({place: coalesce(e.named_at, e.span_start), role: e.role, topic: e.topic, dated: e.date_text, date: e.date,
    since: e.valid_from, until: e.valid_to, basis: e.valid_basis, file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
WITH a, thing, verb, times, e, e.notice AS within
OPTIONAL MATCH (n:Notice {key: within})
RETURN a.name AS who, toLower(verb) AS relation, e.role AS role, thing.name AS what,
       CASE WHEN thing:Task THEN 'task' WHEN thing:Topic THEN 'topic' WHEN thing:Official THEN 'official' ELSE thing.kind END AS what_kind,
       e.topic AS topic, times, n.number AS document_number, e.dated AS dated, e.since AS valid_from, e.until AS valid_to, e.basis AS valid_basis,
       e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS who_key,
       thing.key AS what_key, CASE WHEN thing:Task THEN thing.key END AS task_key
ORDER BY who, who_key, e.date DESC, relation DESC, file, line, e.place, what, what_key, fact_id LIMIT $limit
