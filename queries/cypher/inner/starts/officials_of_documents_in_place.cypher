// The officials who answer for anything but items in the documents of some jurisdictions, from which a question about these starts.
MATCH (d:Document)
WHERE d.jurisdiction IN $jurisdiction
WITH collect(d.key) AS start_keys
MATCH (what:Topic|Organization|Official)<-[e:LEADS|LIAISES|ASSISTS]-(a:Official)
WHERE e.document IN start_keys
WITH DISTINCT a
