// The items that some other officials answer for too, from which an anchored question starts.
UNWIND $other AS start_key
MATCH (a:Official {key: start_key})-[:LEADS|ASSISTS]->(i:Item)
WITH DISTINCT i
