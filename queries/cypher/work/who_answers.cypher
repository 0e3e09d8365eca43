// zh: 谁负责某项工作或任务
// en: Who answers for a topic or task
// asks: analyst
// section: work
// param words (words): 关键词，空格分开表示同时包含 | words that the topic, task or body contains, all of them
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param on (period) = *: 日期或时段 | a day or a period
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param relation (text) = *: 牵头或配合 | leads or assists
// columns: relation, who, role, what, what_kind, document_number, dated, deadline, valid_from, valid_to, times, place, file, line, quote, fact_id, notice, who_key, who_kind, what_key, task_key, who_body, who_official
// rows: document_items task=task_key body=who_body relation=relation document ; document_items task=task_key official=who_official document
// draw: who -relation-> what
// starts: document=answered_in_document jurisdiction=answered_in_place
// example: words=养老服务
MATCH (what:Item|Topic|Organization|Official)
WHERE NOT what:Item OR all(word IN $words WHERE replace(toLower(what.name), '人民政府', '政府') CONTAINS word)
MATCH (what)<-[e:LEADS|ASSISTS]-(who)
WHERE (who:Official OR who:Organization) AND (NOT what:Official OR e.topic IS NOT NULL)
  AND (size($document) = 0 OR e.notice IN $document) AND ($relation = '' OR toLower(type(e)) = $relation OR e.role CONTAINS $relation)
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
WITH who, e, what, CASE WHEN what:Official THEN e.topic WHEN what:Item OR e.topic IS NULL THEN what.name ELSE what.name + '（' + e.topic + '）' END AS about,
     CASE WHEN what:Item AND e.topic IS NOT NULL THEN ' ' + e.topic ELSE '' END AS field
WITH who, e, what, about, replace(toLower(about + field), '人民政府', '政府') AS said
WHERE all(word IN $words WHERE said CONTAINS word)
WITH who, e, what, about, reduce(far = size(said), word IN $words | far + size(split(said, word)[0])) AS far
OPTIONAL MATCH (what)-[:OF]->(task:Task)
WITH who, e, what, far, CASE WHEN task IS NULL THEN what ELSE task END AS thing, CASE WHEN task IS NULL THEN about ELSE task.name END AS about
OPTIONAL MATCH (who)-[:WITHIN]->(j:Jurisdiction)
WITH who, what, thing, about, far, e, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
WITH who, what, thing, about, far, e, place ORDER BY e.date DESC, e.fact_id
WITH who, thing, about, min(far) AS far, type(e) AS verb, place, count(DISTINCT CASE WHEN what:Item THEN what.key ELSE e.fact_id END) AS times,
    collect({role: e.role, dated: e.date_text, since: e.valid_from, until: e.valid_to,
     deadline: e.deadline, file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id, notice: e.notice})[0] AS e
WITH who, thing, about, far, verb, place, times, e, e.notice AS within
OPTIONAL MATCH (n:Notice {key: within})
RETURN toLower(verb) AS relation, who.name AS who, e.role AS role, about AS what,
       CASE WHEN thing:Task THEN 'task' WHEN thing:Topic OR thing:Official THEN 'topic' ELSE thing.kind END AS what_kind,
       n.number AS document_number, e.dated AS dated, e.deadline AS deadline, e.since AS valid_from, e.until AS valid_to, times, place, e.file AS file,
       e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       who.key AS who_key, CASE WHEN who:Official THEN 'official' ELSE who.kind END AS who_kind,
       CASE WHEN thing:Official THEN thing.key + ' ' + about ELSE thing.key END AS what_key,
       CASE WHEN thing:Task THEN thing.key END AS task_key, CASE WHEN who:Organization THEN who.key END AS who_body, CASE WHEN who:Official THEN who.key END AS who_official
ORDER BY far, what_kind DESC, what, what_key, relation DESC, who, who_key LIMIT $limit
