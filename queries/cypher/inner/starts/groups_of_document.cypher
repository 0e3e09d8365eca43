// The groups of which some documents say who belongs to them, from which an anchored question starts.
MATCH (g:Organization)<-[e:LEADS|ASSISTS|MEMBER_OF|HOSTS]-(m)
WHERE g:Group AND g.kind = 'group' AND e.notice IN $document
WITH DISTINCT g
