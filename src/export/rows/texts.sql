-- Texts in the order of their evidence, with how many mentions each has.
SELECT COALESCE(a.text_id, a.article) AS text_id, COUNT(*) AS mentions
FROM mentions m JOIN articles a ON a.article = m.article
GROUP BY COALESCE(a.text_id, a.article)
ORDER BY text_id ASC NULLS LAST
