// The documents that print some officials as stand-ins of others, or others as theirs.
UNWIND $official AS start_key
MATCH (a:Official {key: start_key})-[y:COVERS]-(b:Official)
RETURN DISTINCT y.document AS document
ORDER BY document LIMIT $limit
