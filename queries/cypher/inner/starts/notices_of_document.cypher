// Some documents by their keys, from which an anchored question starts.
UNWIND $document AS start_key
MATCH (n:Notice {key: start_key})
WITH DISTINCT n
