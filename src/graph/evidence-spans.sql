SELECT n.aid, s.sentence, s.start_at, s.end_at, s.page_spans
FROM evidence_articles n JOIN sentences s ON s.article = n.article
WHERE n.aid >= :first_row AND n.aid < :end_row
ORDER BY n.aid ASC NULLS LAST, s.sentence ASC NULLS LAST
