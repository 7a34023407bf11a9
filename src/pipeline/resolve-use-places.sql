-- The places that texts name which name one of the wanted.
SELECT DISTINCT t.text_id, n.entity
FROM (
  SELECT DISTINCT COALESCE(a.text_id, a.article) AS text_id
  FROM resolve_named m JOIN resolve_wanted w ON w.entity = m.entity JOIN articles a ON a.article = m.article
) t
JOIN articles b ON COALESCE(b.text_id, b.article) = t.text_id
JOIN resolve_named n ON n.article = b.article
WHERE n.type = 'place'
ORDER BY t.text_id ASC NULLS LAST, n.entity ASC NULLS LAST
