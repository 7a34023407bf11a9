-- A text is named by its first article.
SELECT a.article, a.text_id, a.text
FROM articles a
WHERE a.story = :story
ORDER BY
  a.text_id ASC NULLS LAST, CASE WHEN a.article = a.text_id THEN 0 ELSE 1 END ASC NULLS LAST, a.page ASC NULLS LAST,
  a.ordinal ASC NULLS LAST, a.article ASC NULLS LAST
