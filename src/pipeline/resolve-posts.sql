-- Posts of persons who are named in two or more.
SELECT
  o.person,
  o.body,
  o.title,
  COUNT(DISTINCT COALESCE(a.story, a.text_id, a.article)) AS stories,
  MIN(p.date) AS first_date,
  MAX(p.date) AS last_date,
  MIN(CONCAT(COALESCE(p.date, '9999-99-99'), ' ', a.page)) AS first_seen
FROM read_offices o
JOIN (
  SELECT person FROM read_offices GROUP BY person HAVING COUNT(DISTINCT body) > 1
) g ON g.person = o.person
JOIN articles a ON a.article = o.article
LEFT JOIN pages p ON p.page = a.page
GROUP BY o.person, o.body, o.title
ORDER BY o.person ASC NULLS LAST, o.body ASC NULLS LAST, o.title ASC NULLS LAST
