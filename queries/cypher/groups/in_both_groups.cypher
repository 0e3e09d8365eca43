// zh: 同在两个小组的人和单位，在各处的席位和头衔
// en: People and bodies that sit in both of two groups, with seat and title in each
// asks: analyst
// section: groups
// param group (group): 一个小组 | one group
// param other (group): 另一个小组 | the other group
// columns: member, member_kind, group, seat, titles, other, other_seat, other_titles, file, line, quote, fact_id, notice, member_key, group_key, other_key
// draw: none
// example: group=行政执法协调监督 other=武汉都市圈环线
UNWIND $group AS group_key
UNWIND $other AS other_key
MATCH (g:Organization {key: group_key})<-[x:LEADS|ASSISTS|MEMBER_OF]-(a)
MATCH (a)-[y:LEADS|ASSISTS|MEMBER_OF]->(h:Organization {key: other_key})
WHERE g.key <> h.key AND (a:Official OR a:Organization)
WITH g, h, a, x, y ORDER BY x.file, x.span_start, x.span_end, x.fact_id, y.file, y.span_start, y.span_end, y.fact_id
WITH g, h, a, collect(DISTINCT x.role) AS seats, collect(DISTINCT y.role) AS other_seats, collect(DISTINCT x.notice) AS notices, collect(DISTINCT y.notice) AS other_notices,
     collect({file: x.file, line: x.line, quote: x.quote, fact_id: x.fact_id, notice: x.notice, span_start: x.span_start, span_end: x.span_end})[0] AS e
OPTIONAL MATCH (a)-[s:TITLED]->(p:Post)-[:OF]->(o:Organization) WHERE s.notice IN notices
WITH g, h, a, seats, other_seats, other_notices, e, s, p, o ORDER BY s.span_start, o.name, p.name
WITH g, h, a, seats, other_seats, other_notices, e, collect(DISTINCT o.name + s.role) AS titles
OPTIONAL MATCH (a)-[s:TITLED]->(p:Post)-[:OF]->(o:Organization) WHERE s.notice IN other_notices
WITH g, h, a, seats, other_seats, e, titles, s, p, o ORDER BY s.span_start, o.name, p.name
WITH g, h, a, seats, other_seats, e, titles, collect(DISTINCT o.name + s.role) AS other_titles
RETURN a.name AS member, CASE WHEN a:Official THEN 'official' ELSE a.kind END AS member_kind, g.name AS group,
       reduce(told = '', one IN seats | told + CASE WHEN told = '' THEN '' ELSE '、' END + one) AS seat, titles, h.name AS other,
       reduce(told = '', one IN other_seats | told + CASE WHEN told = '' THEN '' ELSE '、' END + one) AS other_seat, other_titles, e.file AS file, e.line AS line,
       e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS member_key, g.key AS group_key, h.key AS other_key
ORDER BY group, other, member_kind DESC, file, e.span_start, e.span_end, member, member_key, group_key, other_key LIMIT $limit
