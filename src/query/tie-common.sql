-- How many entities are named with both, in the content layer.
SELECT COUNT(*) AS common
FROM (
  SELECT CASE WHEN source = :source THEN target ELSE source END AS other
  FROM edges
  WHERE layer = 'content' AND (source = :source OR target = :source)
) s
JOIN (
  SELECT CASE WHEN source = :target THEN target ELSE source END AS other
  FROM edges
  WHERE layer = 'content' AND (source = :target OR target = :target)
) t ON t.other = s.other
