-- Furniture is no article: mastheads are left out of every count of articles. Pages of unknown papers make one row, whose
-- place is said only when they share it.
SELECT
  p.paper,
  CASE WHEN COUNT(DISTINCT p.place) = 1 THEN MIN(p.place) ELSE NULL END AS place,
  COUNT(*) AS pages,
  CAST(SUM(COALESCE(a.articles, 0)) AS BIGINT) AS articles
FROM pages p
LEFT JOIN (
  SELECT page, COUNT(*) AS articles FROM articles WHERE kind <> 'masthead' GROUP BY page
) a ON a.page = p.page
GROUP BY p.paper
ORDER BY articles DESC NULLS LAST, pages DESC NULLS LAST, p.paper ASC NULLS LAST
