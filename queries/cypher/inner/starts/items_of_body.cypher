// The items that some bodies answer for or report on, from which an anchored question starts.
UNWIND $body AS start_key
MATCH (o:Organization {key: start_key})-[:LEADS|ASSISTS|REPORTED]->(i:Item)
WITH DISTINCT i
