-- Offices that several persons are named in.
SELECT o.body, o.title, o.person, o.articles, e.mentions
FROM (
  SELECT body, title, person, COUNT(DISTINCT article) AS articles FROM read_offices GROUP BY body, title, person
) o
JOIN (
  SELECT body, title FROM read_offices GROUP BY body, title HAVING COUNT(DISTINCT person) > 1
) g ON g.body = o.body AND g.title = o.title
JOIN resolve_entities e ON e.entity = o.person
ORDER BY o.body ASC NULLS LAST, o.title ASC NULLS LAST, o.person ASC NULLS LAST
