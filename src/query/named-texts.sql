SELECT DISTINCT a.text_id, a.story, a.article, p.date
FROM mentions m
JOIN articles a ON a.article = m.article
LEFT JOIN pages p ON p.page = a.page
WHERE m.entity = :entity AND (:layer = 'all' OR m.layer = :layer)
ORDER BY a.text_id ASC NULLS LAST, a.article ASC NULLS LAST
