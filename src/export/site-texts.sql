SELECT n.place, a.text, a.map, a.pieces
FROM numbered_articles n JOIN articles a ON a.article = n.article
WHERE n.place >= :first_row AND n.place < :end_row
ORDER BY n.place ASC NULLS LAST
