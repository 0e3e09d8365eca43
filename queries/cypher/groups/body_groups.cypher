// zh: 某单位参加或承办的领导小组
// en: Groups that a body belongs to, leads or hosts
// asks: planner
// section: groups
// param body (body): 单位 | the body
// param on (period) = *: 日期或时段 | a day or a period
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 小组名称中的词 | words of the group's name
// columns: body, relation, seat, group, dated, valid_from, valid_to, file, line, quote, fact_id, notice, body_key, body_kind, group_key
// draw: body -relation-> group
// example: body=区发展和改革局
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})-[e:LEADS|ASSISTS|MEMBER_OF|HOSTS]->(g:Organization)
WHERE g:Group AND (size($document) = 0 OR e.notice IN $document) AND all(word IN $words WHERE toLower(g.name) CONTAINS word)
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
RETURN o.name AS body, toLower(type(e)) AS relation, e.role AS seat, g.name AS group, e.date_text AS dated, e.valid_from AS valid_from,
       e.valid_to AS valid_to, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       o.key AS body_key, o.kind AS body_kind, g.key AS group_key
ORDER BY body, body_key, e.date, file, e.span_start, group, group_key, relation, seat, fact_id LIMIT $limit
