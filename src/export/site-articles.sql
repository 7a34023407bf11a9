-- Articles in the order that indexes refer to, without their texts; `chars` counts code points.
SELECT *
FROM (
  SELECT
    ROW_NUMBER() OVER (ORDER BY a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, a.article ASC NULLS LAST) - 1 AS place,
    a.article, p.place_of_page, a.page, p.paper, p.date, a.title, a.kind, a.byline, a.text_id, a.story,
    LENGTH(a.text) AS chars, a.confidence, a.continued_from, a.continued_to
  FROM articles a
  JOIN (
    SELECT page, paper, date, ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST) - 1 AS place_of_page FROM pages
  ) p ON p.page = a.page
) numbered
WHERE place >= :first_row AND place < :end_row
ORDER BY place ASC NULLS LAST
