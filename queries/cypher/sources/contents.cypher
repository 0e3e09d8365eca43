// zh: 一期公报刊登的内容，按刊印顺序
// en: What an issue prints: its documents and notices in their order, and how many items each has
// asks: journalist
// section: sources
// param document (document): 文件：文号、标题中的词或公报期号，可写几个，* 为全部 | a document: number, words of its title, or an issue; several with commas, * for all
// columns: notice_title, document_number, dated, page, tasks_count, gazette, issue, file, line, quote, notice
// rows: document_items document=notice
// draw: none
// starts: document=notices_of_document
// example: document=2022年第2期
MATCH (n:Notice)-[:IN]->(d:Document)
WHERE n.key IN $document
OPTIONAL MATCH (i:Item)-[:IN]->(n)
WITH n, d, count(i) AS tasks_count
RETURN n.name AS notice_title, n.number AS document_number, n.dated_text AS dated, n.page AS page, tasks_count, d.name AS gazette, d.issue AS issue,
       d.file AS file, null AS line, n.name AS quote, n.key AS notice
ORDER BY file, n.span_start, notice LIMIT $limit
