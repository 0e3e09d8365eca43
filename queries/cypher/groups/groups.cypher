// zh: 全部小组：组长、副组长和成员各几、办公室设在哪里
// en: All groups: the head, how many deputies and members, where the office is
// asks: analyst
// section: groups
// param words (words) = *: 小组名称中的词 | words of the group's name
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param official (official) = *: 组长 | the head
// columns: group, head, deputies_count, members_count, hosts, office_directors, dated, document_number, place, file, line, notice, group_key
// draw: none
// rows: members group=group_key
// starts: document=groups_of_document official=groups_of_head jurisdiction=groups_of_documents_in_place
// example: jurisdiction=*
MATCH (g:Organization)<-[e:LEADS|ASSISTS|MEMBER_OF|HOSTS]-(m)
WHERE g:Group AND (m:Official OR m:Organization) AND all(word IN $words WHERE toLower(g.name) CONTAINS word)
WITH g.key AS group_key, g.name AS group, m.key AS member_key, m.name AS member, type(e) AS verb, coalesce(e.role STARTS WITH '办公室', false) AS office,
     e.notice AS notice, coalesce(e.named_at, e.span_start) AS place_in, e.file AS file, e.line AS line, e.date AS date, e.fact_id AS fact
WITH group_key, group, member_key, member, verb, office, notice, place_in, file, line, date, fact ORDER BY date, place_in, member, member_key, fact
WITH group_key, group, collect(DISTINCT CASE WHEN verb = 'LEADS' AND NOT office THEN member END) AS head,
     collect(DISTINCT CASE WHEN verb = 'LEADS' AND NOT office THEN member_key END) AS head_keys,
     count(DISTINCT CASE WHEN verb = 'ASSISTS' AND NOT office THEN member_key END) AS deputies_count,
     count(DISTINCT CASE WHEN verb = 'MEMBER_OF' THEN member_key END) AS members_count,
     collect(DISTINCT CASE WHEN verb = 'HOSTS' THEN member END) AS hosts,
     collect(DISTINCT CASE WHEN verb = 'LEADS' AND office THEN member END) AS office_directors,
     collect({notice: notice, file: file, line: line})[0] AS e, collect(DISTINCT notice) AS notices
WHERE (size($document) = 0 OR any(one IN notices WHERE one IN $document)) AND (size($official) = 0 OR any(key IN head_keys WHERE key IN $official))
WITH group_key, group, head, deputies_count, members_count, hosts, office_directors, e, e.notice AS within
MATCH (n:Notice {key: within})-[:IN]->(d:Document)
WHERE coalesce(d.jurisdiction, '') IN $jurisdiction
WITH group_key, group, head, deputies_count, members_count, hosts, office_directors, e, n, d.jurisdiction AS code
OPTIONAL MATCH (j:Jurisdiction {key: code})
RETURN group, head, deputies_count, members_count, hosts, office_directors, n.dated_text AS dated, n.number AS document_number, j.name AS place,
       e.file AS file, e.line AS line, e.notice AS notice, group_key
ORDER BY file, line, group, group_key LIMIT $limit
