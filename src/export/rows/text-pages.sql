-- The printed text of the pages of a window of texts.
SELECT p.page, p.text
FROM pages p
WHERE p.page IN (
  SELECT a.page
  FROM articles a
  WHERE COALESCE(a.text_id, a.article) >= :first_text AND COALESCE(a.text_id, a.article) <= :last_text
)
ORDER BY p.page ASC NULLS LAST
