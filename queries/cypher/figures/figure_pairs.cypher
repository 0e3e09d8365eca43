// zh: 同一指标写了两次：同一单位在一份文件的两处，或两份文件之间，数字是否相同，各由谁牵头
// en: The same indicator stated twice: by one body in two places of a document, or in two documents; do the figures agree, and who leads there?
// asks: planner
// section: figures
// param document (document) = *: 两处所在文件：文号、标题中的词或公报期号，可写几个 | documents that both must be in: number, words of a title, or an issue
// param words (words) = *: 指标中的词 | words of the indicator
// param within (text) = *: 填“同一文件”或“两份文件” | within one document, or across two
// param agrees (text) = *: 填“相符”“不符”“不可比”（有事项在这一名下写了几个数）或“年份不同” | agrees, differs, not comparable (an item gives several figures under that name) or another year
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: subject, other_subject, quantity, other_quantity, unit, agrees, where_stated, figure_period, other_period, said, other_said, leads_there, other_leads, what, other_what, document_number, other_number, other_line, other_quote, place, file, line, quote, notice, figure_key
// draw: none
// steps: between
// behind: other_key run other_run
// starts: document=items_of_document jurisdiction=items_of_place
// example: document=2020年第2期 within=同一文件 agrees=不符
MATCH (i:Item)-[:HAS]->(f:Figure)
WHERE size(f.subject) > 2 AND (size($document) = 0 OR f.notice IN $document) AND all(word IN $words WHERE toLower(f.subject) CONTAINS word)
WITH f.subject AS subject, f.unit AS unit, f.scope AS scope, i.key AS item, collect(f.key) AS of_item, count(DISTINCT f.amount) AS amounts
UNWIND of_item AS figure
WITH subject, unit, scope, figure, amounts ORDER BY figure
WITH subject, unit, scope, collect(figure) AS keys, max(amounts) AS amounts
WHERE size(keys) > 1
UNWIND keys AS one
UNWIND keys AS two
WITH subject, unit, amounts, one, two
WHERE one < two
MATCH (f:Figure {key: one})<-[:HAS]-(i:Item)
MATCH (g:Figure {key: two})<-[:HAS]-(k:Item)
MATCH (i)-[:IN]->(n:Notice)-[:IN]->(d:Document)
MATCH (k)-[:IN]->(m:Notice)
WITH subject, unit, amounts, i, k, f, g, n, m, d.jurisdiction AS code
WHERE i.key <> k.key AND coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (i)<-[:LEADS|REPORTED]-(o:Organization)-[:LEADS|REPORTED]->(k)
WITH subject, unit, amounts, i, k, f, g, n, m, code, count(o) AS together
WITH subject, unit, amounts, i, k, f, g, n, m, code, together, CASE WHEN f.notice = g.notice THEN 'one document' ELSE 'two documents' END AS where_stated,
     CASE WHEN substring(coalesce(f.period, ''), 0, 4) <> substring(coalesce(g.period, f.period, ''), 0, 4) AND f.period IS NOT NULL THEN 'another year' WHEN f.amount = g.amount THEN 'agrees' WHEN amounts > 1 THEN 'not comparable' ELSE 'differs' END AS agrees
WHERE (together > 0 OR where_stated = 'two documents') AND ($within = '' OR where_stated = $within) AND ($agrees IN ['', 'agrees', 'differs'] OR agrees = $agrees)
OPTIONAL MATCH (i)<-[:LEADS]-(v:Organization)
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, v ORDER BY v.name, v.key
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, collect(DISTINCT v.name) AS leads_there
OPTIONAL MATCH (k)<-[:LEADS]-(w:Organization)
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, leads_there, w ORDER BY w.name, w.key
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, leads_there, collect(DISTINCT w.name) AS other_leads
OPTIONAL MATCH (i)-[:HAS]->(a:Figure)
WHERE where_stated = 'one document' AND a.quote = f.quote
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, leads_there, other_leads, a ORDER BY a.span_start, a.key
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, leads_there, other_leads,
     collect(DISTINCT {figure: a.key, subject: a.subject, quantity: a.quantity, amount: a.amount, unit: a.unit}) AS run
OPTIONAL MATCH (k)-[:HAS]->(b:Figure)
WHERE where_stated = 'one document' AND b.quote = g.quote
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, leads_there, other_leads, run, b ORDER BY b.span_start, b.key
WITH subject, unit, i, k, f, g, n, m, code, where_stated, agrees, leads_there, other_leads, run,
     collect(DISTINCT {figure: b.key, subject: b.subject, quantity: b.quantity, amount: b.amount, unit: b.unit}) AS other_run
OPTIONAL MATCH (j:Jurisdiction {key: code})
RETURN subject, null AS other_subject, f.quantity AS quantity, g.quantity AS other_quantity, unit, agrees, where_stated, f.period AS figure_period, g.period AS other_period,
       f.said AS said, g.said AS other_said, leads_there, other_leads, i.name AS what, k.name AS other_what, n.number AS document_number, m.number AS other_number, g.line AS other_line,
       g.quote AS other_quote, j.name AS place, f.file AS file, f.line AS line, f.quote AS quote, f.notice AS notice, f.key AS figure_key, g.key AS other_key, run, other_run
ORDER BY where_stated, CASE agrees WHEN 'differs' THEN 0 WHEN 'agrees' THEN 1 WHEN 'not comparable' THEN 2 ELSE 3 END, subject, file, line, other_line, g.key, figure_key LIMIT $limit
