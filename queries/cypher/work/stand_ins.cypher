// zh: 领导外出时由谁代行职责：刊印的AB角与工作规则原文
// en: Who acts for an official who is away: pairs as printed, and what the rules of work say
// asks: journalist
// section: work
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param official (official) = *: 领导 | an official of a pair
// columns: official, covers, as_printed, holders, dated, document_number, place, file, line, quote, fact_id, notice, official_key, covers_key
// draw: none
// passages: standing_in
// beside: no_pair
// example: jurisdiction=汉阳区
OPTIONAL MATCH (x:Official)-[y:COVERS]->(z:Official)
WITH collect(DISTINCT y.passage) AS covered,
     collect(CASE WHEN size($official) = 0 OR x.key IN $official OR z.key IN $official THEN {passage: y.passage, key: x.key, fact_id: y.fact_id} END) AS pairs
UNWIND $passages AS row
WITH covered, pairs, row[0] AS document_key, row[1] AS passage_key, row[2] AS line_of, row[3] AS said, row[4] AS notice_key, coalesce(row[5], '') AS code
WITH pairs, document_key, passage_key, line_of, said, notice_key, code, passage_key IN covered AS paired
WHERE (paired OR said CONTAINS '代行' OR said CONTAINS 'AB' OR said CONTAINS '委托')
  AND (size($official) = 0 OR paired OR any(key IN $official WHERE key STARTS WITH code))
WITH document_key, passage_key, line_of, said, notice_key, code, paired, CASE WHEN paired THEN [one IN pairs WHERE one.passage = passage_key] ELSE [] END AS printed
WHERE NOT paired OR size(printed) > 0
MATCH (d:Document {key: document_key})
OPTIONAL MATCH (j:Jurisdiction {key: code})
OPTIONAL MATCH (n:Notice {key: notice_key})
WITH d.file AS file, passage_key, line_of, said, code, j.name AS place, n, printed
UNWIND CASE WHEN size(printed) = 0 THEN [{key: '', fact_id: ''}] ELSE printed END AS pair
WITH file, passage_key, line_of, said, code, place, n, pair.key AS pair_key, pair.fact_id AS pair_fact
OPTIONAL MATCH (a:Official {key: pair_key})-[c:COVERS]->(b:Official) WHERE c.fact_id = pair_fact
WITH file, passage_key, line_of, said, code, place, n, a, c, b
WHERE (c.fact_id IS NOT NULL OR said CONTAINS '代行' OR said CONTAINS 'AB' OR said CONTAINS '委托')
  AND (size($official) = 0 OR (c.fact_id IS NULL AND any(key IN $official WHERE key STARTS WITH code)) OR a.key IN $official OR b.key IN $official)
OPTIONAL MATCH (k:Jurisdiction {key: code})<-[:WITHIN]-(:Organization)<-[:OF]-(q:Post)<-[h:HOLDS]-(x:Official)
WHERE c.fact_id IS NULL AND q.name CONTAINS '常务副' AND said CONTAINS q.name
WITH file, passage_key, line_of, said, place, n, a, c, b, x, q, h ORDER BY h.last_confirmed, x.name, x.key
WITH file, passage_key, line_of, said, place, n, a, c, b, collect(DISTINCT q.name + ' ' + x.name) AS holders
RETURN a.name AS official, b.name AS covers, said AS as_printed, holders, coalesce(c.date_text, n.dated_text) AS dated, n.number AS document_number,
       place, file, coalesce(c.line, line_of) AS line, coalesce(c.quote, said) AS quote, c.fact_id AS fact_id, n.key AS notice,
       a.key AS official_key, b.key AS covers_key
ORDER BY file, line, official, official_key, covers_key, passage_key LIMIT $limit
