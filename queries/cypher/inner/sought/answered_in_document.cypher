// What officials and bodies answer for in some documents, each type of relationship looked up by its notice.
OPTIONAL MATCH (x:Topic|Organization|Official)<-[e:LEADS]-() WHERE e.notice IN $document
WITH collect(DISTINCT x) AS led
OPTIONAL MATCH (x:Topic|Organization|Official)<-[e:ASSISTS]-() WHERE e.notice IN $document
WITH led, collect(DISTINCT x) AS assisted
UNWIND $document AS start_key
OPTIONAL MATCH (n:Notice {key: start_key})<-[:IN]-(i:Item)
WITH led, assisted, collect(DISTINCT i) AS items
UNWIND items + led + assisted AS what
WITH DISTINCT what
