SELECT
  a.article, a.page, p.paper, p.place, p.date, a.title, a.kind, a.byline, a.dateline, a.text_id, a.story,
  a.continued_from, a.continued_to, LENGTH(a.text) AS chars
FROM articles a
LEFT JOIN pages p ON p.page = a.page
JOIN (
  SELECT DISTINCT story FROM articles WHERE story = :reference OR text_id = :reference OR article = :reference
) wanted ON wanted.story = a.story
ORDER BY
  p.date ASC NULLS LAST, a.text_id ASC NULLS LAST, a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST,
  a.article ASC NULLS LAST
