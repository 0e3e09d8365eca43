// What officials and bodies of some jurisdictions answer for, from which a question about these starts.
UNWIND $jurisdiction AS start_key
MATCH (j:Jurisdiction {key: start_key})<-[:WITHIN]-(o:Organization|Official)-[:LEADS|ASSISTS]->(what)
WITH DISTINCT what
