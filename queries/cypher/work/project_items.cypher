// zh: 某项目出现在哪些文件的哪些事项里，各由谁牵头、谁配合；相近的另一写法列在最后，并注明
// en: Each item that concerns a project, with the document and who leads and assists there; likely other spellings come last, marked so
// asks: planner
// section: work
// param words (words) = *: 项目名称中的词 | words of the project's name or of the item
// param document (document) = *: 文件 | a document
// param project (key) = *: 项目的键 | the key of a project
// columns: project, spelling, document_number, section, number, what, leads_there, assisting, officials, dated, deadline, file, line, quote, notice, what_key, span_start
// draw: none
// starts: document=items_of_document
// example: words=粮食物流
MATCH (i:Item)
WHERE (size($words) > 0 AND size($project) = 0 AND toLower(i.name) CONTAINS $words[0]) OR EXISTS { MATCH (i)-[:CONCERNS]->(y:Project)
    WHERE y.key IN $project OR (size($project) = 0 AND (y.key IN $alike OR size($words) = 0 OR toLower(y.name) CONTAINS $words[0])) }
MATCH (i)-[:IN]->(n:Notice)
OPTIONAL MATCH (i)-[:CONCERNS]->(p:Project)
WITH i, n, p ORDER BY p.name, p.key
WITH i, n, collect(p.name) AS projects, collect(p.key) AS keys
WHERE (size($project) = 0 OR any(key IN keys WHERE key IN $project)) AND (size(keys) > 0 OR size($words) > 0) AND (size($document) = 0 OR n.key IN $document)
  AND (any(key IN keys WHERE key IN $alike) OR all(word IN $words WHERE toLower(i.name) CONTAINS word OR any(one IN projects WHERE toLower(one) CONTAINS word)))
WITH i, n, projects, CASE WHEN all(word IN $words WHERE toLower(i.name) CONTAINS word OR any(one IN projects WHERE toLower(one) CONTAINS word)) THEN null ELSE 'likely' END AS spelling
MATCH (i)-[:OF]->(t:Task)
OPTIONAL MATCH (i)<-[e:LEADS|ASSISTS]-(w)
WITH i, n, t, projects, spelling, e, w, coalesce(e.named_at, e.span_start) AS place
WITH i, n, t, projects, spelling, e, w, place ORDER BY place, w.name, w.key
WITH i, n, t, projects, spelling, collect(DISTINCT CASE WHEN w:Organization AND type(e) = 'LEADS' THEN w.name END) AS leads_there,
     collect(DISTINCT CASE WHEN w:Organization AND type(e) = 'ASSISTS' THEN w.name END) AS assisting,
     collect(DISTINCT CASE WHEN w:Official THEN w.name END) AS officials
RETURN projects AS project, spelling, n.number AS document_number, i.section AS section, i.number AS number, i.name AS what, leads_there, assisting,
       officials, i.dated_text AS dated, i.deadline AS deadline, i.file AS file, i.line AS line, i.name AS quote, n.key AS notice,
       t.key AS what_key, i.span_start AS span_start
ORDER BY coalesce(spelling, ''), i.dated, file, span_start, what_key LIMIT $limit
