SELECT place, text, map, pieces
FROM (
  SELECT
    ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST, ordinal ASC NULLS LAST, article ASC NULLS LAST) - 1 AS place,
    text, map, pieces
  FROM articles
) numbered
WHERE place >= :first_row AND place < :end_row
ORDER BY place ASC NULLS LAST
