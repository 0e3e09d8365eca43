// zh: 含有某些词的原文行，按刊印顺序
// en: Lines of the documents that have all these words, as printed
// asks: analyst
// section: sources
// param words (words): 原文中的词 | words of the line
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: as_printed, document_number, dated, place, file, line, quote, notice, passage_key
// draw: none
// passages: holding
// example: words=养老 document=新政办〔2023〕5号
UNWIND $passages AS passage
WITH passage[0] AS document_key, passage[4] AS notice_key, passage[5] AS code, collect(passage) AS printed
MATCH (d:Document {key: document_key})
OPTIONAL MATCH (n:Notice {key: notice_key})
OPTIONAL MATCH (j:Jurisdiction {key: code})
UNWIND printed AS passage
WITH d, n, j, passage[1] AS passage_key, passage[2] AS line, passage[3] AS said
RETURN said AS as_printed, n.number AS document_number, n.dated_text AS dated, j.name AS place, d.file AS file, line, said AS quote,
       n.key AS notice, passage_key
ORDER BY file, line, passage_key LIMIT $limit
