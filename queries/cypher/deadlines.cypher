// zh: 时段内到期的任务
// en: Deadlines that fall due between two dates
// asks: planner
// section: work
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// columns: due, deadline, what, who, relation, role, dated, place, file, line, quote, fact_id, notice, what_key, who_key, who_kind
// draw: who -relation-> what:task
// steps: printed_deadline
// example: from=2022-06-01 to=2022-12-31
MATCH (who)-[e:LEADS|ASSISTS]->(t:Task)
WHERE e.deadline IS NOT NULL
WITH who, e, t, CASE WHEN e.valid_basis = 'deadline' THEN e.valid_to - duration({days: 1}) END AS due
WHERE due IS NULL OR (due >= $from AND due <= $to)
OPTIONAL MATCH (who)-[:WITHIN]->(j:Jurisdiction)
WITH who, e, t, due, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN due, e.deadline AS deadline, t.name AS what, who.name AS who, toLower(type(e)) AS relation, e.role AS role,
       e.date_text AS dated, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       t.key AS what_key, who.key AS who_key, CASE WHEN who:Official THEN 'official' ELSE who.kind END AS who_kind
ORDER BY due, what, what_key, relation DESC, who, who_key, fact_id LIMIT $limit
