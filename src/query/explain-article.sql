-- An article with the joins of its pieces, and the page that it is printed on.
SELECT a.article, a.page, a.title, a.kind, a.text_id, a.story, a.confidence, a.pieces, a.joins, p.text AS page_text
FROM articles a
JOIN pages p ON p.page = a.page
WHERE a.article = :article
ORDER BY a.article NULLS LAST
