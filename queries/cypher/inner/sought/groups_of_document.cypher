// The groups of which some documents say who belongs to them, each type of relationship looked up by its notice.
OPTIONAL MATCH (a:Organization)<-[e:LEADS]-() WHERE a.kind = 'group' AND e.notice IN $document
WITH collect(DISTINCT a) AS led
OPTIONAL MATCH (a:Organization)<-[e:ASSISTS]-() WHERE a.kind = 'group' AND e.notice IN $document
WITH led, collect(DISTINCT a) AS assisted
OPTIONAL MATCH (a:Organization)<-[e:MEMBER_OF]-() WHERE a.kind = 'group' AND e.notice IN $document
WITH led, assisted, collect(DISTINCT a) AS sat_in
OPTIONAL MATCH (a:Organization)<-[e:HOSTS]-() WHERE a.kind = 'group' AND e.notice IN $document
WITH led, assisted, sat_in, collect(DISTINCT a) AS hosted
UNWIND led + assisted + sat_in + hosted AS g
WITH DISTINCT g
