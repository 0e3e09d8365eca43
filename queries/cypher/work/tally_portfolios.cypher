// zh: 分工计数：各领导分管几个单位、联系几个单位、负责几个工作领域
// en: How many bodies each official supervises and liaises with, and for how many fields of work each answers
// asks: analyst
// section: work
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param on (period) = *: 日期或时段 | a day or a period
// columns: official, bodies_led, bodies_liaised, fields_count, bodies_named, bodies_liaised_named, fields_named, assisted_named, document_numbers, place, official_key
// draw: none
// starts: document=officials_of_document jurisdiction=officials_of_documents_in_place
// rows: portfolio official=official_key document on
// example: document=新政发〔2019〕5号
MATCH (a:Official)-[e:LEADS|LIAISES|ASSISTS]->(what)
WHERE ((what:Organization AND NOT what:Group) OR what:Topic OR (what:Official AND type(e) = 'ASSISTS')) AND (size($document) = 0 OR e.notice IN $document)
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
WITH a, e, what, e.notice AS within
MATCH (n:Notice {key: within})-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
WITH a, e, what, n, d.jurisdiction AS code
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH a.name AS official, j.name AS there, a.key AS official_key, what.key AS what_key, what.name AS name, e.topic AS topic, type(e) AS verb, what:Topic AS field,
     coalesce(n.number, n.name) AS document_number, coalesce(e.named_at, e.span_start) AS place, e.fact_id AS fact
WITH official, there, official_key, what_key, name, topic, verb, field, document_number, place, fact ORDER BY document_number, place, fact
WITH official, official_key, count(DISTINCT CASE WHEN verb = 'LEADS' AND NOT field THEN what_key END) AS bodies_led,
     count(DISTINCT CASE WHEN verb = 'LIAISES' AND NOT field THEN what_key END) AS bodies_liaised,
     count(DISTINCT CASE WHEN field AND verb <> 'ASSISTS' THEN what_key END) AS fields_count, collect(DISTINCT CASE WHEN verb = 'LEADS' AND NOT field THEN name END) AS bodies_named,
     collect(DISTINCT CASE WHEN verb = 'LIAISES' AND NOT field THEN name END) AS bodies_liaised_named, collect(DISTINCT CASE WHEN field AND verb <> 'ASSISTS' THEN name END) AS fields_named,
     collect(DISTINCT CASE WHEN verb = 'ASSISTS' THEN name + CASE WHEN topic IS NULL THEN '' ELSE '（' + topic + '）' END END) AS assisted_named,
     collect(DISTINCT document_number) AS document_numbers, min(there) AS place
RETURN official, bodies_led, bodies_liaised, fields_count, bodies_named, bodies_liaised_named, fields_named, assisted_named, document_numbers, place, official_key
ORDER BY bodies_led DESC, bodies_liaised DESC, fields_count DESC, official, official_key LIMIT $limit
