// The items of some documents, from which an anchored question starts.
UNWIND $document AS start_key
MATCH (n:Notice {key: start_key})<-[:IN]-(i:Item)
WITH DISTINCT i
