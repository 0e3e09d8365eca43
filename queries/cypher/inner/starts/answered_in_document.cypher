// What officials and bodies answer for in some documents, from which an anchored question starts.
MATCH (what:Topic|Organization|Official)<-[e:LEADS|ASSISTS]-(who)
WHERE e.notice IN $document
WITH collect(DISTINCT what) AS things
UNWIND $document AS start_key
OPTIONAL MATCH (n:Notice {key: start_key})<-[:IN]-(i:Item)
WITH things, collect(DISTINCT i) AS items
UNWIND things + items AS what
WITH DISTINCT what
