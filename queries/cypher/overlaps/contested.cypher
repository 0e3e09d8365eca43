// zh: 多个单位在同一处共同牵头的任务
// en: Items that several bodies lead together, in one print
// asks: planner
// section: overlaps
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param leads (integer) = 2: 至少几个牵头单位 | at least so many leading bodies
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// columns: what, leads, who, role, times, number, section, dated, file, line, quote, fact_id, notice, what_key, who_key, who_kind
// draw: who -role-> what:task
// example: leads=3
MATCH (t:Task)<-[:OF]-(i:Item)<-[x:LEADS]-(o:Organization)
WHERE size($document) = 0 OR i.notice IN $document
WITH t, i, count(DISTINCT coalesce(x.beside, o.key)) AS together
WHERE together >= $leads
WITH t, max(together) AS leads, count(i) AS times, collect(i) AS prints
UNWIND prints AS i
MATCH (i)<-[e:LEADS]-(who:Organization)
OPTIONAL MATCH (who)-[:WITHIN]->(j:Jurisdiction)
WITH t, leads, times, i, e, who, min(j.key) AS code
WHERE coalesce(code, '') IN $jurisdiction
WITH t, leads, times, i, e, who ORDER BY e.date DESC, e.fact_id
WITH t, leads, times, who, collect({role: e.role, dated: e.date_text, file: e.file, line: e.line, quote: e.quote, fact_id: e.fact_id,
    notice: e.notice, number: i.number, section: i.section})[0] AS e
RETURN t.name AS what, leads, who.name AS who, e.role AS role, times, e.number AS number, e.section AS section, e.dated AS dated,
       e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, t.key AS what_key,
       who.key AS who_key, who.kind AS who_kind
ORDER BY leads DESC, what, what_key, who, who_key LIMIT $limit
