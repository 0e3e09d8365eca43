// The day of the last change.
MATCH (:Official)-[e:APPOINTED|DISMISSED]->(:Post)
RETURN max(e.date) AS last
ORDER BY last LIMIT $limit
