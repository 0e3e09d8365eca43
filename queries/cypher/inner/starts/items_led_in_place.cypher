// The items that bodies of some jurisdictions lead, from which a question about these starts.
UNWIND $jurisdiction AS start_key
MATCH (j:Jurisdiction {key: start_key})<-[:WITHIN]-(o:Organization)-[:LEADS]->(i:Item)
WITH DISTINCT i
