-- Posts of persons who are named in two or more. `home` is the paper's place where the body's place is not printed: what
-- 市委 means is inferred, and inferred best where the paper lies.
WITH printed AS (
  SELECT
    o.person, o.body, o.title, o.article, a.page, p.date, COALESCE(a.story, a.text_id, a.article) AS story,
    CASE WHEN m.entity IS NULL OR m.rule LIKE 'local-%' THEN 1 ELSE 0 END AS inferred, p.place
  FROM read_offices o
  JOIN (SELECT person FROM read_offices GROUP BY person HAVING COUNT(DISTINCT body) > 1) g ON g.person = o.person
  JOIN articles a ON a.article = o.article
  LEFT JOIN pages p ON p.page = a.page
  LEFT JOIN read_mentions m ON m.article = o.article AND m.start_at = o.body_at AND m.entity = o.body
)
SELECT
  person,
  body,
  title,
  inferred,
  CASE WHEN inferred = 1 THEN place ELSE NULL END AS home,
  COUNT(DISTINCT story) AS stories,
  MIN(date) AS first_date,
  MAX(date) AS last_date,
  MIN(CONCAT(COALESCE(date, '9999-99-99'), ' ', page)) AS first_seen
FROM printed
GROUP BY person, body, title, inferred, CASE WHEN inferred = 1 THEN place ELSE NULL END
ORDER BY
  person ASC NULLS LAST, body ASC NULLS LAST, title ASC NULLS LAST, inferred ASC NULLS LAST, home ASC NULLS LAST
