SELECT o.person, o.article, o.body, o.title
FROM read_offices o JOIN resolve_wanted w ON w.entity = o.person
ORDER BY o.person ASC NULLS LAST, o.article ASC NULLS LAST, o.body ASC NULLS LAST, o.title ASC NULLS LAST
