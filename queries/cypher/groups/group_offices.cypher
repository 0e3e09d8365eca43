// zh: 小组办公室设在哪个单位，办公室主任是谁
// en: Where the offices of groups are, and who directs them
// asks: analyst
// section: groups
// param words (words) = *: 小组名称中的词 | words of the group's name
// param document (document) = *: 文件 | a document
// param group (group) = *: 领导小组 | the group
// columns: group, hosts, office_directors, office_text, head, dated, file, line, quote, fact_id, notice, group_key
// draw: none
// steps: office
// passages: office_text
// starts: group=that_group document=groups_of_document
// example: document=乡村振兴
MATCH (g:Organization)
WHERE g:Group AND (size($group) = 0 OR g.key IN $group) AND all(word IN $words WHERE toLower(g.name) CONTAINS word)
OPTIONAL MATCH (g)<-[h:HOSTS]-(o:Organization) WHERE size($document) = 0 OR h.notice IN $document
WITH g, h, o ORDER BY h.date DESC, h.fact_id
WITH g, collect(DISTINCT o.name) AS hosts, collect({dated: h.date_text, file: h.file, line: h.line, quote: h.quote, fact_id: h.fact_id,
     notice: h.notice})[0] AS e
OPTIONAL MATCH (g)<-[d:LEADS]-(a:Official) WHERE d.role STARTS WITH '办公室' AND (size($document) = 0 OR d.notice IN $document)
WITH g, hosts, e, d, a ORDER BY d.date DESC, a.name, a.key
WITH g, hosts, e, collect(DISTINCT a.name) AS office_directors
OPTIONAL MATCH (g)<-[l:LEADS]-(b) WHERE NOT l.role STARTS WITH '办公室' AND (size($document) = 0 OR l.notice IN $document)
WITH g, hosts, e, office_directors, b ORDER BY b.name, b.key
WITH g, hosts, e, office_directors, collect(DISTINCT b.name) AS head
WHERE size(hosts) > 0 OR size(office_directors) > 0
RETURN g.name AS group, hosts, office_directors, null AS office_text, head, e.dated AS dated, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, g.key AS group_key
ORDER BY file, line, group, group_key LIMIT $limit
