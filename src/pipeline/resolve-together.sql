-- Pairs that one text names both.
SELECT DISTINCT q.one, q.other
FROM resolve_pairs q
JOIN resolve_named m ON m.entity = q.one
JOIN articles a ON a.article = m.article
JOIN articles b ON COALESCE(b.text_id, b.article) = COALESCE(a.text_id, a.article)
JOIN resolve_named n ON n.article = b.article AND n.entity = q.other
ORDER BY q.one ASC NULLS LAST, q.other ASC NULLS LAST
