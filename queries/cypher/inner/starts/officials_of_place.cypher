// The officials who hold posts in bodies of some jurisdictions, from which a question about these starts.
UNWIND $jurisdiction AS start_key
MATCH (j:Jurisdiction {key: start_key})<-[:WITHIN]-(:Organization)<-[:OF]-(:Post)<-[:HOLDS]-(a:Official)
WITH DISTINCT a
