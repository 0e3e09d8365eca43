// zh: 计划与完成：每项目标写了多少，报告说完成了多少
// en: Plan against report: each target of an item that was reported on, with the figure that the report gives for it
// asks: planner
// section: figures
// param body (body) = *: 单位 | the body
// param words (words) = *: 指标或事项中的词 | words of the indicator or of the item
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param status (values) = *: 状态：完成、进行中、未启动、取消、不详，可写几个 | status: done, in progress, not started, cancelled, unknown; several with commas
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: body, indicator, bound, quantity, unit, reported_indicator, reported_quantity, state, period, what, section, progress_quote, place, file, line, quote, fact_id, notice, amount_planned, amount_reported, body_key, body_kind, what_key, figure_key
// draw: none
// steps: reported share
// starts: document=items_of_document body=items_of_body jurisdiction=items_of_place
// example: body=新洲区园林和林业局
MATCH (i:Item)-[:HAS]->(f:Figure)
MATCH (i)<-[e:REPORTED]-(o:Organization)
WHERE f.said = 'target' AND (size($body) = 0 OR o.key IN $body) AND (size($document) = 0 OR f.notice IN $document) AND (size($status) = 0 OR e.status IN $status)
  AND all(word IN $words WHERE toLower(i.name) CONTAINS word)
MATCH (i)-[:OF]->(t:Task) MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
WITH o, e, i, f, t, d.jurisdiction AS code
WHERE coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (j:Jurisdiction {key: code})
OPTIONAL MATCH (i)-[:HAS]->(g:Figure)
WHERE g.said = 'report' AND g.unit = f.unit AND size(g.subject) > 2 AND size(f.subject) > 2 AND (g.subject CONTAINS f.subject OR f.subject CONTAINS g.subject)
RETURN o.name AS body, f.indicator AS indicator, f.bound AS bound, f.quantity AS quantity, f.unit AS unit, g.indicator AS reported_indicator, g.quantity AS reported_quantity,
       e.status AS state, e.period AS period, i.name AS what, i.section AS section, e.quote AS progress_quote, j.name AS place, e.file AS file, e.line AS line, e.quote AS quote,
       e.fact_id AS fact_id, e.notice AS notice, f.amount AS amount_planned, g.amount AS amount_reported, o.key AS body_key, o.kind AS body_kind, t.key AS what_key,
       f.key AS figure_key
ORDER BY file, line, body, body_key, f.span_start, g.span_start, figure_key LIMIT $limit
