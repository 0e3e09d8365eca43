// The groups of which the documents of some jurisdictions say who belongs to them, from which a question about these starts.
MATCH (d:Document)
WHERE d.jurisdiction IN $jurisdiction
WITH collect(d.key) AS start_keys
MATCH (g:Organization)<-[e:LEADS|ASSISTS|MEMBER_OF|HOSTS]-(m)
WHERE g:Group AND g.kind = 'group' AND e.document IN start_keys
WITH DISTINCT g
