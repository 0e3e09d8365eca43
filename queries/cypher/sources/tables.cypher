// zh: 文件中的表格，一行一行，各格注明表头：指标、名额、名录、清单
// en: Tables of a document, row by row, each cell with the name of its column: targets, quotas, registers, lists
// asks: planner
// section: sources
// param document (document): 文件：文号、标题中的词或公报期号，可写几个，* 为全部 | a document: number, words of its title, or an issue; several with commas, * for all
// param words (words) = *: 某一格、表题或表头中的词 | words of a cell, of the table's title or of its columns' names
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: table_title, cells, document_number, dated, place, file, line, quote, notice, passage_key
// draw: none
// steps: table_rows
// passages: of_tables
// example: document=阳政办〔2022〕3号 words=永丰街
UNWIND $passages AS passage
WITH passage[0] AS document_key, passage[1] AS passage_key, passage[2] AS line, passage[3] AS said, passage[4] AS notice_key, passage[5] AS code
MATCH (d:Document {key: document_key})
MATCH (n:Notice {key: notice_key})
OPTIONAL MATCH (j:Jurisdiction {key: code})
RETURN null AS table_title, null AS cells, n.number AS document_number, n.dated_text AS dated, j.name AS place, d.file AS file, line,
       said AS quote, n.key AS notice, passage_key
ORDER BY file, line, passage_key LIMIT $limit
