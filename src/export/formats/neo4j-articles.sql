SELECT a.article, a.page, a.title, a.kind, a.text, COALESCE(a.story, a.text_id, a.article) AS story, p.paper, p.date
FROM articles a LEFT JOIN pages p ON p.page = a.page
ORDER BY a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, a.article ASC NULLS LAST
