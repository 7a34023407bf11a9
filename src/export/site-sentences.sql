SELECT a.place, s.start_at, s.end_at
FROM sentences s
JOIN (
  SELECT
    article,
    ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST, ordinal ASC NULLS LAST, article ASC NULLS LAST) - 1 AS place
  FROM articles
) a ON a.article = s.article
WHERE a.place >= :first_row AND a.place < :end_row
ORDER BY a.place ASC NULLS LAST, s.sentence ASC NULLS LAST
