// Some officials by their keys, from which an anchored question starts.
UNWIND $official AS start_key
MATCH (a:Official {key: start_key})
WITH DISTINCT a
