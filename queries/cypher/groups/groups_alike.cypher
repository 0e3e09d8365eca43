// zh: 成员重合最多的小组：两个小组共有哪些人和单位
// en: Groups with the same members: pairs of groups by the people and bodies that sit in both
// asks: planner
// section: groups
// param members (integer) = 2: 至少几个共同成员 | at least so many members in common
// param kind (text) = *: 只看人员或部门、街镇 | official, department or street
// param jurisdiction (jurisdiction) = *: 小组所在地区 | jurisdiction of the groups
// columns: group, other, shared_members, members_count, other_count, members_named, group_key, other_key
// draw: none
// rows: in_both_groups group=group_key other=other_key
// starts: jurisdiction=groups_of_place
// example: members=5
MATCH (g:Organization)<-[:LEADS|ASSISTS|MEMBER_OF]-(a)
WHERE g.kind = 'group' AND (a:Official OR a:Organization) AND ($kind = '' OR (CASE WHEN a:Official THEN 'official' ELSE a.kind END) = $kind)
OPTIONAL MATCH (g)-[:WITHIN]->(j:Jurisdiction)
WITH g, a, min(j.key) AS code
WHERE coalesce(code, '') IN $jurisdiction
WITH g, a ORDER BY a.name, a.key
WITH g, collect(DISTINCT a.key) AS keys
MATCH (g)<-[:LEADS|ASSISTS|MEMBER_OF]-(a)-[:LEADS|ASSISTS|MEMBER_OF]->(h:Organization)
WHERE h.kind = 'group' AND g.key < h.key AND a.key IN keys
WITH g, keys, h, a ORDER BY a.name, a.key
WITH g, keys, h, collect(DISTINCT a.key) AS shared, collect(DISTINCT a.name) AS members_named
WHERE size(shared) >= $members
MATCH (h)<-[:LEADS|ASSISTS|MEMBER_OF]-(b)
WHERE (b:Official OR b:Organization) AND ($kind = '' OR (CASE WHEN b:Official THEN 'official' ELSE b.kind END) = $kind)
WITH g, keys, h, shared, members_named, count(DISTINCT b.key) AS other_count
RETURN g.name AS group, h.name AS other, size(shared) AS shared_members, size(keys) AS members_count, other_count, members_named, g.key AS group_key, h.key AS other_key
ORDER BY shared_members DESC, group, other, group_key, other_key LIMIT $limit
