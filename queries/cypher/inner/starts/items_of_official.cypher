// The items that some officials answer for, from which an anchored question starts.
UNWIND $official AS start_key
MATCH (a:Official {key: start_key})-[:LEADS|ASSISTS]->(i:Item)
WITH DISTINCT i
