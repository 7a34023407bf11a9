SELECT a.article, b.page, n.entities
FROM (SELECT tid, COUNT(*) AS entities FROM count_named GROUP BY tid) n
JOIN count_texts t ON t.tid = n.tid
JOIN count_articles a ON a.aid = t.aid
JOIN articles b ON b.article = a.article
WHERE n.entities > :max_entities
ORDER BY a.article ASC NULLS LAST
