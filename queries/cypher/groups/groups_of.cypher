// zh: 某人参加的领导小组
// en: Groups of an official
// asks: planner
// section: groups
// param official (official): 姓名 | the official
// param on (period) = *: 日期或时段 | a day or a period
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 小组名称中的词 | words of the group's name
// columns: official, relation, seat, titles, group, dated, valid_from, valid_to, file, line, quote, fact_id, notice, official_key, group_key
// draw: official -seat-> group
// example: official=李先勇
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[e:LEADS|ASSISTS|MEMBER_OF]->(g:Organization)
WHERE g:Group AND (size($document) = 0 OR e.notice IN $document) AND all(word IN $words WHERE toLower(g.name) CONTAINS word)
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
WITH a, e, g, e.notice AS notice_key
OPTIONAL MATCH (a)-[s:TITLED]->(p:Post)-[:OF]->(o:Organization) WHERE s.notice = notice_key
WITH a, e, g, s, p, o ORDER BY s.span_start, o.name, p.name
WITH a, e, g, collect(DISTINCT o.name + s.role) AS titles
RETURN a.name AS official, toLower(type(e)) AS relation, e.role AS seat, titles, g.name AS group, e.date_text AS dated,
       e.valid_from AS valid_from, e.valid_to AS valid_to, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice,
       a.key AS official_key, g.key AS group_key
ORDER BY official, official_key, e.date, file, e.span_start, group, group_key, relation, seat, fact_id LIMIT $limit
