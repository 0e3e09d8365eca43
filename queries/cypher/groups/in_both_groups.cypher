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
OPTIONAL MATCH (a)-[s:TITLED]->(p:Post)-[:OF]->(o:Organization) WHERE s.notice = x.notice
WITH g, h, a, x, y, s, p, o ORDER BY s.span_start, o.name, p.name
WITH g, h, a, x, y, collect(DISTINCT o.name + s.role) AS titles
OPTIONAL MATCH (a)-[s:TITLED]->(p:Post)-[:OF]->(o:Organization) WHERE s.notice = y.notice
WITH g, h, a, x, y, titles, s, p, o ORDER BY s.span_start, o.name, p.name
WITH g, h, a, x, y, titles, collect(DISTINCT o.name + s.role) AS other_titles
RETURN a.name AS member, CASE WHEN a:Official THEN 'official' ELSE a.kind END AS member_kind, g.name AS group, x.role AS seat, titles, h.name AS other, y.role AS other_seat, other_titles, x.file AS file, x.line AS line,
       x.quote AS quote, x.fact_id AS fact_id, x.notice AS notice, a.key AS member_key, g.key AS group_key, h.key AS other_key
ORDER BY group, other, member_kind DESC, file, x.span_start, member, member_key, seat, other_seat, fact_id LIMIT $limit
