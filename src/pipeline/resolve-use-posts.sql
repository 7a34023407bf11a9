SELECT o.person, o.article, COALESCE(a.story, a.text_id, a.article) AS story, o.body, o.title
FROM read_offices o
JOIN resolve_wanted w ON w.entity = o.person
JOIN articles a ON a.article = o.article
ORDER BY o.person ASC NULLS LAST, o.article ASC NULLS LAST, o.body ASC NULLS LAST, o.title ASC NULLS LAST
