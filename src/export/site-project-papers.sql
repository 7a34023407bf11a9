-- Furniture is no article: mastheads are left out of every count of articles.
SELECT p.paper, MIN(p.place) AS place, COUNT(*) AS pages, CAST(SUM(COALESCE(a.articles, 0)) AS BIGINT) AS articles
FROM pages p
LEFT JOIN (
  SELECT page, COUNT(*) AS articles FROM articles WHERE kind <> 'masthead' GROUP BY page
) a ON a.page = p.page
GROUP BY p.paper
ORDER BY articles DESC NULLS LAST, pages DESC NULLS LAST, p.paper ASC NULLS LAST
