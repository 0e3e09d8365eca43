// zh: 指标与数量：某单位、某文件的事项里写了哪些数字
// en: Figures of items: what is counted, how much, in which unit, as a target or as reported
// asks: planner
// section: figures
// param words (words) = *: 指标或事项中的词 | words of the indicator or of the item
// param body (body) = *: 单位 | the body
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param said (text) = *: 填“目标”或“报告” | target or reported
// param unit (text) = *: 计量单位，如 亩 | the unit, such as 亩
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: indicator, bound, quantity, unit, said, figure_period, leads_there, what, section, number, document_number, dated, place, file, line, quote, notice, figure_key, what_key
// draw: none
// starts: document=items_of_document body=items_of_body jurisdiction=items_of_place
// example: words=绿地 body=新洲区园林和林业局
MATCH (i:Item)-[:HAS]->(f:Figure)
WHERE (size($document) = 0 OR f.notice IN $document) AND ($said = '' OR f.said = $said) AND ($unit = '' OR f.unit = $unit)
  AND all(word IN $words WHERE toLower(i.name + ' ' + coalesce(f.indicator, '') + ' ' + coalesce(f.subject, '')) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
MATCH (i)-[:OF]->(t:Task) MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS|REPORTED]-(o:Organization)
WITH i.key AS item, f.key AS figure, t.key AS what_key, n.number AS document_number, d.jurisdiction AS code, o.name AS name, o.key AS key,
     CASE WHEN type(e) = 'LEADS' THEN o.name END AS lead
WITH item, figure, what_key, document_number, code, name, key, lead ORDER BY name, key
WITH item, figure, what_key, document_number, code, collect(DISTINCT key) AS bodies, collect(DISTINCT lead) AS leads_there
WHERE size($body) = 0 OR any(one IN bodies WHERE one IN $body)
MATCH (i:Item {key: item}) MATCH (f:Figure {key: figure})
OPTIONAL MATCH (j:Jurisdiction {key: code})
RETURN f.indicator AS indicator, f.bound AS bound, f.quantity AS quantity, f.unit AS unit, f.said AS said, f.period AS figure_period, leads_there, i.name AS what,
       i.section AS section, i.number AS number, document_number, f.dated_text AS dated, j.name AS place, f.file AS file, f.line AS line, f.quote AS quote,
       f.notice AS notice, f.key AS figure_key, what_key
ORDER BY CASE WHEN all(word IN $words WHERE toLower(coalesce(f.indicator, '') + ' ' + coalesce(f.subject, '')) CONTAINS word) THEN 0 ELSE 1 END, file, f.span_start, figure_key LIMIT $limit
