SELECT s.article, s.sentence, s.start_at, s.end_at, s.page_spans
FROM sentences s LEFT JOIN articles a ON a.article = s.article
ORDER BY a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, s.article ASC NULLS LAST, s.sentence ASC NULLS LAST
