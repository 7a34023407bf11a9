-- Pairs that one text names both.
WITH uses AS (
  SELECT DISTINCT n.entity, COALESCE(a.text_id, a.article) AS text_id
  FROM resolve_named n
  JOIN (SELECT one AS entity FROM resolve_pairs UNION SELECT other AS entity FROM resolve_pairs) w ON w.entity = n.entity
  JOIN articles a ON a.article = n.article
)
SELECT DISTINCT q.one, q.other
FROM resolve_pairs q
JOIN uses m ON m.entity = q.one
JOIN uses n ON n.entity = q.other AND n.text_id = m.text_id
ORDER BY q.one ASC NULLS LAST, q.other ASC NULLS LAST
