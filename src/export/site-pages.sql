SELECT page, paper, date, text
FROM (
  SELECT page, paper, date, text, ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST) - 1 AS place FROM pages
) numbered
WHERE place >= :first_row AND place < :end_row
ORDER BY place ASC NULLS LAST
