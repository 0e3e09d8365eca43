// zh: 以某文件为依据的任务
// en: Items that rest on a document: named in the item, in its column of grounds, or in its notice's preamble
// asks: planner
// section: policies
// param policy (policy): 文号或标题 | number or title
// columns: policy, what, relation, role, times, number, section, document_number, dated, deadline, file, line, quote, fact_id, notice, policy_key, what_key
// rows: document_items task=what_key grounds=policy_key
// draw: what:task -relation-> policy
// example: policy=武政办〔2023〕1号
UNWIND $policy AS policy_key
MATCH (p:Policy {key: policy_key})<-[e:UNDER]-(i:Item)-[:OF]->(t:Task)
MATCH (i)-[:IN]->(n:Notice)
WITH p, t, i, n, e ORDER BY i.dated DESC, i.key
WITH p, t, count(DISTINCT i.key) AS times, collect({place: i.span_start, basis: e.basis, role: e.role, dated: i.dated_text, deadline: i.deadline, number: i.number, section: i.section,
    document_number: n.number, file: coalesce(e.file, i.file),
    line: coalesce(e.line, i.line), quote: coalesce(e.quote, i.name), fact_id: e.cites, notice: coalesce(e.notice, i.notice)})[0] AS e
RETURN p.name AS policy, t.name AS what, CASE WHEN e.basis = 'item' THEN 'under_item' ELSE 'under_notice' END AS relation, e.role AS role, times,
       e.number AS number, e.section AS section, e.document_number AS document_number, e.dated AS dated, e.deadline AS deadline, e.file AS file, e.line AS line, e.quote AS quote, e.fact_id AS fact_id, e.notice AS notice,
       p.key AS policy_key, t.key AS what_key
ORDER BY policy, policy_key, e.document_number, e.place, what, what_key LIMIT $limit
