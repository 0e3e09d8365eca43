// The places of the projects that items concern; begun with the items.
MATCH (i:Item)-[:CONCERNS]->(p:Project)
RETURN DISTINCT p.scope AS scope
ORDER BY scope LIMIT $limit
