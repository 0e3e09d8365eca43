// Which parts of the words that matched nothing do occur in names, so that an empty answer can suggest them.
UNWIND $parts AS part
MATCH (x:Task|Topic|Organization|Project|Policy)
WHERE toLower(x.name) CONTAINS part
WITH part, x, CASE WHEN x:Project THEN 'projects' WHEN x:Policy THEN 'policies' ELSE 'who_answers' END AS question
WHERE question = $question
RETURN part, count(x) AS found
ORDER BY size(part) DESC, found DESC, part LIMIT $limit
