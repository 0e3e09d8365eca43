// zh: 某领导小组的组成
// en: Members of a group
// asks: planner
// section: groups
// param group (group): 领导小组 | the group
// param on (period) = *: 日期或时段 | a day or a period
// columns: group, relation, seat, member, titles, posts_now, member_kind, dated, valid_from, valid_to, file, line, quote, fact_id, notice, group_key, member_key
// beside: unnamed_seats
// draw: member -seat-> group
// example: group=职业教育改革
UNWIND $group AS group_key
MATCH (g:Organization {key: group_key})<-[e:LEADS|ASSISTS|MEMBER_OF|HOSTS]-(m)
WHERE (m:Official OR m:Organization) AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
WITH g, e, m, e.notice AS notice
OPTIONAL MATCH (m)-[s:TITLED]->(p:Post)-[:OF]->(o:Organization) WHERE s.notice = notice
WITH g, e, m, s, p, o ORDER BY s.span_start, o.name, p.name
WITH g, e, m, collect(DISTINCT o.name + s.role) AS titles
OPTIONAL MATCH (m)-[h:HOLDS]->(q:Post)-[:OF]->(b:Organization) WHERE h.status = 'ongoing'
WITH g, e, m, titles, h, q, b ORDER BY h.last_confirmed DESC, b.name, q.name
WITH g, e, m, titles, collect(DISTINCT b.name + CASE WHEN h.capacity = 'acting' THEN '代' ELSE '' END + q.name
     + CASE WHEN h.last_confirmed IS NULL THEN '' ELSE '（' + toString(h.last_confirmed) + '）' END) AS posts_now
RETURN g.name AS group, toLower(type(e)) AS relation, e.role AS seat, m.name AS member, titles, posts_now,
       CASE WHEN m:Official THEN 'official' ELSE m.kind END AS member_kind,
       e.date_text AS dated, e.valid_from AS valid_from, e.valid_to AS valid_to, e.file AS file, e.line AS line, e.quote AS quote,
       e.fact_id AS fact_id, e.notice AS notice, g.key AS group_key, m.key AS member_key
ORDER BY group, group_key, e.file, CASE WHEN e.role STARTS WITH '办公室' THEN 5 WHEN type(e) = 'LEADS' THEN 1 WHEN type(e) = 'ASSISTS' THEN 2
    WHEN type(e) = 'MEMBER_OF' THEN 3 ELSE 4 END, e.span_end, seat, member, member_key, fact_id LIMIT $limit
