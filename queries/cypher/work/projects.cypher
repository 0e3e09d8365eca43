// zh: 项目由谁负责
// en: Projects and who answers for them
// asks: planner
// section: work
// param words (words): 项目名称中的词 | words of the project's name
// param jurisdiction (jurisdiction) = *: 地区 | jurisdiction
// param document (document) = *: 文件：文号、标题中的词或公报期号 | a document: number, words of its title, or an issue
// columns: project, spelling, relation, who, role, what, number, section, document_number, dated, deadline, times, place, file, line, quote, fact_id, notice, project_key, who_key, who_kind, what_key, tie, who_body, who_official
// rows: document_items task=what_key body=who_body relation=relation document ; document_items task=what_key official=who_official document ; document_items task=what_key document
// draw: what:task -tie-> project; who -relation-> what:task
// starts: document=items_of_document jurisdiction=items_of_bodies_in_place
// example: words=工程
MATCH (p:Project)<-[c:CONCERNS]-(i:Item)
WHERE (size($document) = 0 OR i.notice IN $document) AND (p.key IN $alike OR all(word IN $words WHERE toLower(p.name) CONTAINS word))
MATCH (i)-[:OF]->(t:Task)
MATCH (i)-[:IN]->(n:Notice)
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS]-(who)
OPTIONAL MATCH (who)-[:WITHIN]->(j:Jurisdiction)
WITH p, t, i, n, c, e, who, min(j.key) AS code, min(j.name) AS place
WHERE coalesce(code, '') IN $jurisdiction
WITH p, t, i, n, c, e, who, place ORDER BY e.date DESC, e.fact_id, c.fact_id
WITH p, t, who, type(e) AS verb, place, count(DISTINCT i.key) AS times, collect({role: e.role, dated: coalesce(e.date_text, c.date_text), deadline: i.deadline, number: i.number, section: i.section, document_number: n.number,
    file: coalesce(e.file, c.file), line: coalesce(e.line, c.line),
     quote: coalesce(e.quote, c.quote), fact_id: coalesce(e.fact_id, c.fact_id), notice: coalesce(e.notice, c.notice)})[0] AS e
RETURN p.name AS project, CASE WHEN p.key IN $alike THEN 'likely' END AS spelling, toLower(verb) AS relation, who.name AS who, e.role AS role, t.name AS what, e.number AS number, e.section AS section, e.document_number AS document_number, e.dated AS dated,
       e.deadline AS deadline, times, place, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id,
       e.notice AS notice,
       p.key AS project_key, who.key AS who_key, CASE WHEN who:Official THEN 'official' ELSE who.kind END AS who_kind, t.key AS what_key, 'concerns' AS tie,
       CASE WHEN who:Organization THEN who.key END AS who_body, CASE WHEN who:Official THEN who.key END AS who_official
ORDER BY project, project_key, what, what_key, relation DESC, who, who_key LIMIT $limit
