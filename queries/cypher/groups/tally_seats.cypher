// zh: 席位计数：各人、各单位在几个小组任职，任组长、副组长、成员各几个
// en: How many groups each official or body sits in, as head, deputy and member
// asks: planner
// section: groups
// param kind (text) = *: 只看人员或部门、街镇 | official, department or street
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// param words (words) = *: 小组名称中的词 | words of the group's name
// columns: member, member_kind, groups_count, led_groups, deputy_groups, member_groups, groups_named, official_key, body_key
// draw: none
// starts: document=groups_of_document
// rows: groups_of official=official_key document words ; body_groups body=body_key document words
// example: kind=official
MATCH (g:Organization)<-[e:LEADS|ASSISTS|MEMBER_OF]-(m)
WHERE g.kind = 'group' AND (m:Official OR m:Organization) AND (size($document) = 0 OR e.notice IN $document) AND all(word IN $words WHERE toLower(g.name) CONTAINS word)
WITH g, e, m, CASE WHEN m:Official THEN 'official' ELSE m.kind END AS member_kind
WHERE $kind = '' OR member_kind = $kind
WITH g, m, member_kind, max(CASE WHEN type(e) = 'LEADS' THEN 3 WHEN type(e) = 'ASSISTS' THEN 2 ELSE 1 END) AS rank ORDER BY g.name, g.key
WITH m, member_kind, count(g) AS groups_count, sum(CASE WHEN rank = 3 THEN 1 ELSE 0 END) AS led_groups, sum(CASE WHEN rank = 2 THEN 1 ELSE 0 END) AS deputy_groups,
     sum(CASE WHEN rank = 1 THEN 1 ELSE 0 END) AS member_groups, collect(g.name) AS groups_named
RETURN m.name AS member, member_kind, groups_count, led_groups, deputy_groups, member_groups, groups_named, CASE WHEN m:Official THEN m.key END AS official_key,
       CASE WHEN m:Organization THEN m.key END AS body_key
ORDER BY groups_count DESC, led_groups DESC, member, m.key LIMIT $limit
