-- How many ties each entity has in the content layer, and how many stories they sum to: what the disparity filter
-- measures a tie against.
SELECT eid, COUNT(*) AS ties, CAST(SUM(stories) AS BIGINT) AS strength
FROM (
  SELECT source AS eid, stories FROM count_edges WHERE depth = 0
  UNION ALL
  SELECT target AS eid, stories FROM count_edges WHERE depth = 0
) ends
GROUP BY eid
