SELECT
  article, page, ordinal, kind, title, byline, dateline, text, pieces, continued_from, continued_to, text_id, story,
  confidence
FROM articles
ORDER BY page ASC NULLS LAST, ordinal ASC NULLS LAST, article ASC NULLS LAST
