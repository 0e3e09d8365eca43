// zh: 各单位的指标：某一指标在各事项里的数量，及逐行累计
// en: One target in the items of each body: the quantity printed after the words, added up row by row
// asks: planner
// section: figures
// param words (words): 指标的词，数量取第一个词之后的数字 | words of the target; the quantity is the number after the first of them
// param document (document) = *: 文件：文号、标题中的词或公报期号，可写几个 | a document: number, words of its title, or an issue; several with commas
// param kind (text) = *: 部门、街镇 | department or street
// param section (words) = *: 章节、附件或表题中的词，如 附件4、责任单位：区发改局 | words of the section, annex or list, such as 附件4
// columns: leads_there, what, total, whole, section, dated, document_number, file, line, quote, notice, what_key, span_start
// beside: streets_without
// draw: none
// steps: amount running
// starts: document=items_of_document
// example: words=新造林 kind=街镇
MATCH (i:Item)-[:IN]->(n:Notice)
WHERE (size($document) = 0 OR n.key IN $document) AND all(word IN $words WHERE toLower(i.name) CONTAINS word)
  AND all(part IN $section WHERE toLower(coalesce(i.annex, '') + ' ' + coalesce(i.subtitle, '') + ' ' + coalesce(i.section, '')) CONTAINS part)
MATCH (i)-[:OF]->(t:Task)
OPTIONAL MATCH (i)<-[:LEADS]-(w:Organization)
WITH i, n, t, w ORDER BY w.name, w.key
WITH i, n, t, collect(DISTINCT w.name) AS leads_there, collect(DISTINCT w.kind) AS kinds
WHERE $kind = '' OR $kind IN kinds
RETURN leads_there, i.name AS what, null AS total, null AS whole, i.section AS section, i.dated_text AS dated, n.number AS document_number, i.file AS file,
       i.line AS line, i.name AS quote, n.key AS notice, t.key AS what_key, i.span_start AS span_start
ORDER BY file, span_start, what_key LIMIT $limit
