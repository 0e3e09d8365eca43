// zh: 领导外出时由谁代行职责：刊印的AB角与工作规则原文
// en: Who acts for an official who is away: pairs as printed, and what the rules of work say
// asks: journalist
// section: work
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param official (official) = *: 领导 | an official of a pair
// columns: official, covers, as_printed, holders, dated, document_number, place, file, line, quote, fact_id, notice, official_key, covers_key
// draw: none
// beside: no_pair
// example: jurisdiction=汉阳区
MATCH (p:Passage)-[:IN]->(d:Document)
WHERE p.text CONTAINS '代行' OR p.text CONTAINS 'AB 角' OR p.text CONTAINS 'AB角' OR p.text CONTAINS 'A、B角' OR p.text CONTAINS '互为'
   OR (p.text CONTAINS '委托' AND p.text CONTAINS '主持')
WITH p, d, p.key AS passage, p.span_start AS place_in, d.jurisdiction AS within
OPTIONAL MATCH (j:Jurisdiction {key: within})
WITH p, d, passage, place_in, j.key AS code, j.name AS place
WHERE coalesce(code, '') IN $jurisdiction
OPTIONAL MATCH (n:Notice)-[:IN]->(d) WHERE n.span_start <= place_in AND n.span_end > place_in
WITH p, d, passage, code, place, n ORDER BY n.span_start DESC, n.key
WITH p, d, passage, code, place, collect({notice: n.key, number: n.number, dated_text: n.dated_text})[0] AS n
OPTIONAL MATCH (a:Official)-[c:COVERS]->(b:Official) WHERE c.passage = passage
WITH p, d, code, place, n, a, c, b
WHERE (c.fact_id IS NOT NULL OR p.text CONTAINS '代行' OR p.text CONTAINS 'AB' OR p.text CONTAINS '委托')
  AND (size($official) = 0 OR (c.fact_id IS NULL AND any(key IN $official WHERE key STARTS WITH code)) OR a.key IN $official OR b.key IN $official)
OPTIONAL MATCH (x:Official)-[h:HOLDS]->(q:Post)-[:OF]->(:Organization)-[:WITHIN]->(k:Jurisdiction)
WHERE k.key = code AND c.fact_id IS NULL AND q.name CONTAINS '常务副' AND p.text CONTAINS q.name
WITH p, d, place, n, a, c, b, x, q, h ORDER BY h.last_confirmed, x.name, x.key
WITH p, d, place, n, a, c, b, collect(DISTINCT q.name + ' ' + x.name) AS holders
RETURN a.name AS official, b.name AS covers, p.text AS as_printed, holders, coalesce(c.date_text, n.dated_text) AS dated, n.number AS document_number,
       place, d.file AS file, coalesce(c.line, p.line) AS line, coalesce(c.quote, p.text) AS quote, c.fact_id AS fact_id, n.notice AS notice,
       a.key AS official_key, b.key AS covers_key
ORDER BY file, line, official, official_key, covers_key, p.key LIMIT $limit
