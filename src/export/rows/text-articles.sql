-- The articles of a window of texts.
SELECT a.article, a.page, a.title, a.kind, a.text, p.paper, p.date, p.place
FROM articles a LEFT JOIN pages p ON p.page = a.page
WHERE COALESCE(a.text_id, a.article) >= :first_text AND COALESCE(a.text_id, a.article) <= :last_text
ORDER BY a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, a.article ASC NULLS LAST
