-- Articles in the order that indexes refer to, without their texts; `chars` counts code points.
SELECT
  n.place, a.article, p.place_of_page, a.page, p.paper, p.date, a.title, a.kind, a.byline, a.text_id, a.story,
  LENGTH(a.text) AS chars, a.confidence, a.continued_from, a.continued_to
FROM numbered_articles n
JOIN articles a ON a.article = n.article
JOIN (
  SELECT page, paper, date, ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST) - 1 AS place_of_page FROM pages
) p ON p.page = a.page
WHERE n.place >= :first_row AND n.place < :end_row
ORDER BY n.place ASC NULLS LAST
