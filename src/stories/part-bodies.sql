-- Bodies of the articles that belong to texts of several.
SELECT a.article, a.body
FROM text_parts p
JOIN linkable a ON a.article = p.article
ORDER BY a.article NULLS LAST
