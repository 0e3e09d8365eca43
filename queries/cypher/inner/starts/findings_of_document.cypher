// The findings about some documents, from which an anchored question starts.
UNWIND $document AS start_key
MATCH (n:Notice {key: start_key})<-[:ABOUT]-(f:Finding)
WITH DISTINCT f
