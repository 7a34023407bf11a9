-- The papers and dates of each text's pages.
SELECT DISTINCT t.text AS text, p.paper AS paper, p.date AS date
FROM (
  SELECT page, CAST(DENSE_RANK() OVER (ORDER BY COALESCE(text_id, article) ASC NULLS LAST) - 1 AS INT) AS text
  FROM articles
) t
JOIN pages p ON p.page = t.page
