// zh: 某单位在某日的状况：任职人员、分管与联系领导、所属小组、上下级、地址
// en: State of a body on a day: holders of posts, overseeing officials, groups, parent, parts, address
// asks: journalist
// section: people
// param body (body): 单位 | the body
// param on (date) = today: 日期 | the day
// columns: body, relation, other, role, direction, dated, from_earliest, from_latest, to_earliest, to_latest, certain, file, line, quote, fact_id, notice, body_key, body_kind, other_key, other_kind
// draw: other -relation-> body
// steps: bounds
// beside: vacant_on
// example: body=区发展和改革局 on=2022-06-01
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})
OPTIONAL MATCH (o)<-[:OF]-(p:Post)
WITH o, collect(p) AS posts
UNWIND [o] + posts AS here
MATCH (here)-[e:HOLDS|LEADS|ASSISTS|LIAISES|MEMBER_OF|HOSTS|PART_OF|LOCATED_AT]-(other)
WHERE (other:Official OR other:Organization OR other:Place)
  AND coalesce(e.from_earliest, e.valid_from, e.date,
  $on) <= $on AND (e.to_latest IS NULL OR e.to_latest > $on) AND (e.valid_to IS NULL OR e.valid_to > $on)
WITH o, here, e, other, CASE WHEN type(e) = 'HOLDS' THEN e.key ELSE '' END AS tenure
OPTIONAL MATCH (other)-[f:APPOINTED|DISMISSED|TITLED]->(here) WHERE f.tenure = tenure
WITH o, here, e, other, tenure, f ORDER BY f.date, f.fact_id
WITH o, here, e, other, tenure, collect({dated: f.date_text, file: f.file, line: f.line, quote: f.quote, fact_id: f.fact_id,
    notice: f.notice})[0] AS f
RETURN o.name AS body, CASE WHEN type(e) = 'PART_OF' AND endNode(e) = here THEN 'has_part' ELSE toLower(type(e)) END AS relation,
       other.name AS other, CASE WHEN tenure = '' THEN e.role ELSE here.name END AS role,
       CASE WHEN endNode(e) = here THEN 'in' ELSE 'out' END AS direction, coalesce(e.date_text, f.dated) AS dated,
       CASE WHEN tenure = '' THEN coalesce(e.valid_from, e.date) ELSE e.from_earliest END AS from_earliest,
       CASE WHEN tenure = '' THEN coalesce(e.valid_from, e.date) ELSE e.from_latest END AS from_latest,
       CASE WHEN tenure = '' THEN e.valid_to ELSE e.to_earliest END AS to_earliest,
       CASE WHEN tenure = '' THEN e.valid_to ELSE e.to_latest END AS to_latest,
       CASE WHEN tenure = '' THEN e.valid_from IS NULL OR e.valid_to IS NOT NULL OR coalesce(e.last_confirmed >= $on, false)
       ELSE coalesce(e.from_latest <= $on, false) AND (coalesce(e.last_confirmed >= $on, false) OR (e.status = 'ended' AND coalesce(e.to_earliest > $on, false))) END AS certain,
       coalesce(e.file, f.file) AS file, coalesce(e.line, f.line) AS line, coalesce(e.quote, f.quote) AS quote,
       coalesce(e.fact_id, f.fact_id) AS fact_id, coalesce(e.notice, f.notice) AS notice, o.key AS body_key, o.kind AS body_kind,
       other.key AS other_key, CASE WHEN other:Official THEN 'official' WHEN other:Place THEN 'place' ELSE other.kind END AS other_kind
ORDER BY body, body_key, relation, direction, CASE WHEN NOT coalesce(here.single_holder, false) THEN CASE WHEN role STARTS WITH '副' THEN 2 ELSE 3 END WHEN role CONTAINS '副' THEN 1 ELSE 0 END, certain DESC, role, other, other_key, fact_id, tenure LIMIT $limit
