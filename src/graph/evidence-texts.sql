SELECT n.aid, a.text
FROM evidence_articles n JOIN articles a ON a.article = n.article
WHERE n.aid >= :first_row AND n.aid < :end_row
ORDER BY n.aid ASC NULLS LAST
