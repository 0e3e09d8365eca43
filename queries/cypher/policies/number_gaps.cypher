// zh: 文号系列中所载文件缺哪些号
// en: Which numbers are missing within each series of document numbers
// asks: planner
// section: policies
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: series, printed_numbers, missing_numbers, year
// draw: none
// steps: series
// starts: jurisdiction=notices_of_place
// example: jurisdiction=*
MATCH (n:Notice)-[:IN]->(d:Document)
WHERE n.number IS NOT NULL AND coalesce(d.jurisdiction, '') IN $jurisdiction
WITH n.number AS number, min(n.key) AS notice
RETURN number AS series, number AS printed_numbers, number AS missing_numbers, number AS year
ORDER BY series, notice LIMIT $limit
