// The items that rest on some documents, from which an anchored question starts.
UNWIND $grounds AS start_key
MATCH (y:Policy {key: start_key})<-[:UNDER]-(i:Item)
WITH DISTINCT i
