// Some groups by their keys, from which an anchored question starts.
UNWIND $group AS start_key
MATCH (g:Organization {key: start_key})
WITH DISTINCT g
