-- Offices that one article gives to several persons.
SELECT o.article, a.page, o.body, o.title, o.person AS entity, n.mentions, e.stories
FROM (SELECT DISTINCT article, body, title, person FROM read_offices) o
JOIN (
  SELECT article, body, title FROM read_offices GROUP BY article, body, title HAVING COUNT(DISTINCT person) > 1
) g ON g.article = o.article AND g.body = o.body AND g.title = o.title
JOIN articles a ON a.article = o.article
JOIN resolve_named n ON n.article = o.article AND n.entity = o.person
JOIN resolve_entities e ON e.entity = o.person
ORDER BY
  o.article ASC NULLS LAST, o.body ASC NULLS LAST, o.title ASC NULLS LAST, o.person ASC NULLS LAST
