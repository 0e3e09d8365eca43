// Some bodies by their keys, from which an anchored question starts.
UNWIND $body AS start_key
MATCH (o:Organization {key: start_key})
WITH DISTINCT o
