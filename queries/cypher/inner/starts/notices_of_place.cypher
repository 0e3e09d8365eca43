// The documents of some jurisdictions, from which a question about these starts.
MATCH (d:Document)
WHERE d.jurisdiction IN $jurisdiction
MATCH (d)<-[:IN]-(n:Notice)
WITH DISTINCT n
