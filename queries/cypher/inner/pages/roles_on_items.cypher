// Who leads or assists which item, of the items that bodies of a place have a part in; the pairs are made from these rows.
// Each step begins with what is bound already: a pattern that begins with any body is tried for every body there is.
MATCH (j:Jurisdiction {key: $place})<-[:WITHIN]-(:Organization)-[:LEADS|ASSISTS]->(i:Item)
WITH DISTINCT i
MATCH (i)<-[x:LEADS|ASSISTS]-(o:Organization)
MATCH (i)-[:OF]->(t:Task)
RETURN i.key AS item, t.key AS task, o.key AS body, max(CASE WHEN type(x) = 'LEADS' THEN 1 ELSE 0 END) AS leads
ORDER BY item, task, body LIMIT $limit
