-- Every article that names one of the wanted.
SELECT
  n.entity AS person, n.article, COALESCE(a.text_id, a.article) AS text_id,
  COALESCE(a.story, a.text_id, a.article) AS story, a.page, p.paper, p.place
FROM resolve_named n
JOIN resolve_wanted w ON w.entity = n.entity
JOIN articles a ON a.article = n.article
LEFT JOIN pages p ON p.page = a.page
ORDER BY n.entity ASC NULLS LAST, n.article ASC NULLS LAST
