// zh: 某领导小组的组成
// en: Members of a group
// asks: planner
// section: groups
// param group (group): 领导小组 | the group
// param on (period) = *: 日期或时段 | a day or a period
// columns: group, relation, seat, member, member_kind, dated, valid_from, valid_to, file, line, quote, fact_id, notice, group_key, member_key
// draw: member -seat-> group
// example: group=领导小组
UNWIND $group AS group_key
MATCH (g:Organization {key: group_key})<-[e:LEADS|ASSISTS|MEMBER_OF|HOSTS]-(m)
WHERE (m:Official OR m:Organization) AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
RETURN g.name AS group, toLower(type(e)) AS relation, e.role AS seat, m.name AS member,
       CASE WHEN m:Official THEN 'official' ELSE m.kind END AS member_kind,
       e.date_text AS dated, e.valid_from AS valid_from, e.valid_to AS valid_to, e.file AS file, e.line AS line, e.quote AS quote,
       e.fact_id AS fact_id, e.notice AS notice, g.key AS group_key, m.key AS member_key
ORDER BY group, group_key, CASE type(e) WHEN 'LEADS' THEN 1 WHEN 'ASSISTS' THEN 2 WHEN 'MEMBER_OF' THEN 3 ELSE 4 END, e.file,
    e.span_start, seat, member, member_key, fact_id LIMIT $limit
