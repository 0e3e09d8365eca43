// zh: 含有某些词的原文行，按刊印顺序
// en: Lines of the documents that have all these words, as printed
// asks: analyst
// section: sources
// param words (words): 原文中的词 | words of the line
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: as_printed, document_number, dated, place, file, line, quote, notice, passage_key
// draw: none
// example: words=养老 document=新政办〔2023〕5号
MATCH (p:Passage)-[:IN]->(d:Document)
WHERE all(word IN $words WHERE replace(toLower(p.text), ' ', '') CONTAINS word) AND coalesce(d.jurisdiction, '') IN $jurisdiction
WITH p, d, p.span_start AS span_start, d.jurisdiction AS code
OPTIONAL MATCH (n:Notice)-[:IN]->(d) WHERE n.span_start <= span_start AND n.span_end > span_start
WITH p, d, code, n ORDER BY n.span_start DESC, n.key
WITH p, d, code, collect({notice: n.key, number: n.number, dated_text: n.dated_text})[0] AS n
WHERE size($document) = 0 OR n.notice IN $document
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH p, d, n, j
RETURN p.text AS as_printed, n.number AS document_number, n.dated_text AS dated, j.name AS place, d.file AS file, p.line AS line, p.text AS quote,
       n.notice AS notice, p.key AS passage_key
ORDER BY file, line, passage_key LIMIT $limit
