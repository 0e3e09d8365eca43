// The groups of some jurisdictions, from which a question about these starts.
UNWIND $jurisdiction AS start_key
MATCH (j:Jurisdiction {key: start_key})<-[:WITHIN]-(g:Organization)
WHERE g.kind = 'group'
WITH DISTINCT g
