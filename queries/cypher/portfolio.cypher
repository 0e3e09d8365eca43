// zh: 某位领导的分工与职责
// en: Portfolio of an official
// asks: analyst
// section: work
// param official (official): 姓名 | the official
// param on (period) = *: 日期或时段 | a day or a period
// columns: who, relation, role, what, what_kind, topic, dated, valid_from, valid_to, valid_basis, file, line, quote, fact_id, notice, who_key, what_key
// draw: who:official -relation-> what
// example: official=雷火清
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[e:LEADS|ASSISTS|LIAISES|COVERS|MEMBER_OF]-(what)
WHERE (startNode(e) = a OR type(e) = 'COVERS')
  AND coalesce(e.valid_from, e.date, $on_to) <= $on_to AND (e.valid_to IS NULL OR e.valid_to > $on_from)
RETURN a.name AS who, toLower(type(e)) AS relation, e.role AS role, what.name AS what,
       CASE WHEN what:Task THEN 'task' WHEN what:Topic THEN 'topic' WHEN what:Official THEN 'official' ELSE what.kind END AS what_kind,
       e.topic AS topic, e.date_text AS dated, e.valid_from AS valid_from, e.valid_to AS valid_to, e.valid_basis AS valid_basis,
       e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice, a.key AS who_key,
       what.key AS what_key
ORDER BY who, who_key, e.date DESC, relation, what, what_key, fact_id LIMIT $limit
