// zh: 公报中关于某人职务的全部记载
// en: Every statement of an official's posts, as printed
// asks: journalist
// section: people
// param official (official): 姓名 | the official
// columns: official, dated, relation, body, post, role, mode, rank, probation, file, line, quote, fact_id, notice, official_key, body_key, body_kind
// draw: official -relation-> body
// example: official=雷火清
UNWIND $official AS official_key
MATCH (a:Official {key: official_key})-[e:APPOINTED|DISMISSED|TITLED]->(p:Post)-[:OF]->(o:Organization)
RETURN a.name AS official, e.date_text AS dated, toLower(type(e)) AS relation, o.name AS body, p.name AS post, e.role AS role,
       e.mode AS mode, e.rank AS rank, e.probation AS probation, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice, a.key AS official_key, o.key AS body_key, o.kind AS body_kind
ORDER BY official, official_key, e.date, relation, body, body_key, post, fact_id LIMIT $limit
