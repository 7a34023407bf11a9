SELECT a.place, s.start_at, s.end_at
FROM sentences s
JOIN numbered_articles a ON a.article = s.article
WHERE a.place >= :first_row AND a.place < :end_row
ORDER BY a.place ASC NULLS LAST, s.sentence ASC NULLS LAST
