-- Texts that name more entities than were paired, and how many pairs that left out (graph/count.ts).
SELECT COALESCE(a.text_id, a.article) AS text_id, i.count AS pairs_left_out
FROM issues i JOIN articles a ON a.article = i.article
WHERE i.code = 'pairs-capped'
ORDER BY text_id ASC NULLS LAST
