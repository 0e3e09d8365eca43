// The groups that some officials lead, from which an anchored question starts.
UNWIND $official AS start_key
MATCH (a:Official {key: start_key})-[:LEADS]->(g:Organization)
WHERE g:Group
WITH DISTINCT g
