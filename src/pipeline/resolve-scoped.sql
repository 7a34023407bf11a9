-- The wanted in the articles of the scopes: a page, an article, a paper.
SELECT DISTINCT n.entity AS id, n.article, a.page, p.paper
FROM resolve_named n
JOIN resolve_wanted w ON w.entity = n.entity
JOIN articles a ON a.article = n.article
LEFT JOIN pages p ON p.page = a.page
JOIN resolve_scopes s
  ON s.id = CASE WHEN s.kind = 'page' THEN a.page WHEN s.kind = 'article' THEN n.article ELSE p.paper END
ORDER BY n.article ASC NULLS LAST, n.entity ASC NULLS LAST
