// The officials who answer for anything but items in some documents, from which an anchored question starts.
MATCH (what:Topic|Organization|Official)<-[e:LEADS|LIAISES|ASSISTS]-(a:Official)
WHERE e.notice IN $document
WITH DISTINCT a
