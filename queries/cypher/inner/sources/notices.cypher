// Some notices by their keys, so that a quotation can name its issue, page and document number.
UNWIND $notices AS notice_key
MATCH (n:Notice {key: notice_key})-[:IN]->(d:Document)
RETURN n.key AS key, n.name AS heading, n.number AS number, n.page AS page, n.section AS section,
       d.name AS gazette, d.issue AS issue, d.page_lines AS page_lines, d.reading AS reading, d.published AS published, d.url AS url
ORDER BY key
