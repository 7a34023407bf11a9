INSERT INTO layer_counts
SELECT
  e.eid AS number,
  e.entity,
  CASE WHEN m.depth = 0 THEN 'content' WHEN m.depth = 1 THEN 'byline' ELSE 'masthead' END AS layer,
  COUNT(*) AS mentions,
  COUNT(DISTINCT m.aid) AS articles,
  COUNT(DISTINCT a.sid) AS stories,
  COUNT(DISTINCT a.pid) AS papers,
  MIN(a.date) AS first_date,
  MAX(a.date) AS last_date
FROM count_mentions m
JOIN count_articles a ON a.aid = m.aid
JOIN count_entities e ON e.eid = m.eid
GROUP BY e.eid, e.entity, m.depth
ORDER BY number ASC NULLS LAST, m.depth ASC NULLS LAST
