// The items of some documents in printed order, so that a list of all items is read part after part.
UNWIND $documents AS start_key
MATCH (d:Document {key: start_key})<-[:IN]-(n:Notice)<-[:IN]-(i:Item)
RETURN i.key AS key, i.file AS file, i.span_start AS start
ORDER BY file, start, key SKIP $skip LIMIT $limit
