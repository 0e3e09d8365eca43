// Projects, policies, topics and places, for the search index; of a topic those who answer for it, the last one first.
MATCH (x:Project|Policy|Topic|Place)
WITH x, CASE WHEN x:Project OR x:Topic THEN x.scope END AS code
OPTIONAL MATCH (j:Jurisdiction {key: code})
WITH x, j.name AS place
OPTIONAL MATCH (x)<-[e:LEADS]-(a:Official)
WITH x, place, a.name + coalesce('（' + e.topic + '）', '') AS leader, max(coalesce(e.date_text, '')) AS last ORDER BY last DESC, leader
WITH x, place, collect(leader) AS leaders
RETURN x.key AS key, x.name AS name, x.number AS number, place, leaders,
       CASE WHEN x:Project THEN 'project' WHEN x:Policy THEN 'policy' WHEN x:Topic THEN 'topic' ELSE 'place' END AS kind
ORDER BY key LIMIT $limit
