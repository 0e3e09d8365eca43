// The items that some other bodies answer for or report on, from which an anchored question starts.
UNWIND $also AS start_key
MATCH (o:Organization {key: start_key})-[:LEADS|ASSISTS|REPORTED]->(i:Item)
WITH DISTINCT i
