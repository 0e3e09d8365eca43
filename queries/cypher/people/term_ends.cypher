// zh: 时段内到期的挂职、任期与试用期
// en: Secondments, terms and probation that end in a period
// asks: journalist
// section: people
// param from (from) = 0001: 起 | first day
// param to (to) = 9999: 止 | last day
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param words (words) = *: 单位名称中的词，如 综合执法 | words of the body's name
// columns: due_earliest, due_latest, ending, official, body, post, mode, dated, probation, term, place, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -post-> body
// steps: due_text
// starts: jurisdiction=bodies_of_place
// example: from=2023-01-01 to=2023-12-31
MATCH (a:Official)-[e:APPOINTED]->(p:Post)-[:OF]->(o:Organization)
WHERE (e.probation IS NOT NULL OR e.term IS NOT NULL OR e.mode CONTAINS '挂') AND all(word IN $words WHERE toLower(o.name) CONTAINS word)
OPTIONAL MATCH (a)-[h:HOLDS]->(p) WHERE h.key = e.tenure
WITH a, e, p, o, min(h.to_earliest) AS left_from, max(h.to_latest) AS left_on, max(h.probation_to) AS probation_to
UNWIND (CASE WHEN e.probation IS NULL THEN [] ELSE ['probation'] END) + (CASE WHEN e.term IS NULL AND NOT coalesce(e.mode,
    '') CONTAINS '挂' THEN [] ELSE ['term'] END) AS which
WITH a, e, p, o, CASE WHEN which = 'probation' THEN 'probation' WHEN coalesce(e.mode,
    '') CONTAINS '挂' THEN 'secondment' ELSE 'term' END AS ending,
     CASE WHEN which = 'probation' THEN coalesce(probation_to, e.date + duration(e.probation)) ELSE left_on END AS due,
     CASE WHEN which = 'probation' THEN coalesce(probation_to, e.date + duration(e.probation)) ELSE left_from END AS due_from
WHERE (due >= $from AND due <= $to) OR (due IS NULL AND $from < date('1000-01-01') AND $to > date('9000-01-01'))
OPTIONAL MATCH (o)-[:WITHIN]->(j:Jurisdiction)
WITH a, e, p, o, ending, due, due_from, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
RETURN due_from AS due_earliest, due AS due_latest, ending, a.name AS official, o.name AS body, p.name AS post, e.mode AS mode, e.date_text AS dated, e.probation AS probation,
       e.term AS term, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY due_latest, ending, official, official_key, body, post, fact_id LIMIT $limit
