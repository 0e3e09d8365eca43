// Some bodies that officials came from, by their keys, from which an anchored question starts.
UNWIND $before AS start_key
MATCH (x:Organization {key: start_key})
WITH DISTINCT x
