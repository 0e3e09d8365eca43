// Which parts of the words that matched nothing do occur in names, so that an empty answer can suggest them.
MATCH (x:Task|Topic|Organization|Project|Policy)
WHERE any(part IN $least WHERE x.name CONTAINS part OR ($cased AND toLower(x.name) CONTAINS part))
WITH toLower(x.name) AS name, CASE WHEN x:Project THEN 'projects' WHEN x:Policy THEN 'policies' ELSE 'who_answers' END AS question, x:Task AS task
WHERE question = $question OR ($question = 'items' AND task)
UNWIND $parts AS part
WITH part, name
WHERE name CONTAINS part
RETURN part, count(*) AS found
ORDER BY size(part) DESC, found DESC, part LIMIT $limit
