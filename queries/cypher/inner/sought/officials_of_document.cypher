// The officials who answer for anything but items in some documents, each type of relationship looked up by its notice.
OPTIONAL MATCH (what:Topic|Organization|Official)<-[e:LEADS]-(o:Official) WHERE e.notice IN $document
WITH collect(DISTINCT o) AS leading
OPTIONAL MATCH (what:Topic|Organization|Official)<-[e:LIAISES]-(o:Official) WHERE e.notice IN $document
WITH leading, collect(DISTINCT o) AS liaising
OPTIONAL MATCH (what:Topic|Organization|Official)<-[e:ASSISTS]-(o:Official) WHERE e.notice IN $document
WITH leading, liaising, collect(DISTINCT o) AS assisting
UNWIND leading + liaising + assisting AS a
WITH DISTINCT a
