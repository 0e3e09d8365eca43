// zh: 时段内到期的任务
// en: Deadlines that fall due between two dates
// asks: planner
// section: work
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param body (body) = *: 单位 | the body
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// columns: due, deadline, what, who, relation, role, aggregates, times, number, section, dated, place, file, line, quote, fact_id, notice, what_key, who_key, who_kind
// draw: who -relation-> what:task
// example: from=2022-06-01 to=2022-12-31
MATCH (t:Task)<-[:OF]-(i:Item)-[:IN]->(:Notice)-[:IN]->(d:Document)
WHERE i.due IS NOT NULL
UNWIND i.due AS day
WITH t, i, d, date(day) AS due
WHERE due >= $from AND due <= $to AND (size($document) = 0 OR i.notice IN $document)
OPTIONAL MATCH (who)-[e:LEADS|ASSISTS]->(i)
WITH t, i, d, due, e, who WHERE size($body) = 0 OR who.key IN $body
OPTIONAL MATCH (who)-[:WITHIN]->(j:Jurisdiction)
WITH t, i, d, due, e, who, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, d.jurisdiction, '') IN $jurisdiction
WITH t, i, d, due, e, who, place ORDER BY i.dated DESC, i.key, e.fact_id
WITH t, due, who, type(e) AS verb, place, count(DISTINCT i.key) AS times, collect({deadline: i.deadline, role: e.role, dated: i.dated_text,
    aggregates: i.aggregates, number: i.number, section: i.section, file: coalesce(e.file, i.file), line: coalesce(e.line, i.line),
    quote: coalesce(e.quote, i.name), fact_id: e.fact_id, notice: i.notice})[0] AS e
RETURN due, e.deadline AS deadline, t.name AS what, who.name AS who, toLower(verb) AS relation, e.role AS role, e.aggregates AS aggregates,
       times, e.number AS number, e.section AS section, e.dated AS dated, place, e.file AS file, e.line AS line, e.quote AS quote,
       e.fact_id AS fact_id, e.notice AS notice, t.key AS what_key, who.key AS who_key,
       CASE WHEN who:Official THEN 'official' ELSE who.kind END AS who_kind
ORDER BY due, what, what_key, relation DESC, who, who_key, fact_id LIMIT $limit
