// Holders of the posts of these bodies at other times, for a day on which none is known.
UNWIND $body AS body_key
MATCH (o:Organization {key: body_key})<-[:OF]-(p:Post)<-[h:HOLDS]-(a:Official)
RETURN 'other_holders' AS message, o.name AS body, p.name AS post, a.name AS official,
       h.from_earliest AS from_earliest, h.from_latest AS from_latest, h.to_earliest AS to_earliest, h.to_latest AS to_latest
ORDER BY abs(duration.inDays(coalesce(h.from_latest, h.to_latest, $on), $on).days), body, post, official, h.key LIMIT $limit
