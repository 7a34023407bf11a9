-- The ties of a layer in numbers: their ends, depth 0 content, 1 byline, 2 masthead, dates as 20250829.
SELECT
  a.number AS source,
  b.number AS target,
  CASE WHEN e.layer = 'content' THEN 0 WHEN e.layer = 'byline' THEN 1 ELSE 2 END AS depth,
  e.articles,
  e.close,
  e.texts,
  e.stories,
  e.papers,
  e.npmi,
  e.g2,
  e.p,
  e.q,
  e.backbone,
  CAST(REPLACE(e.first_date, '-', '') AS INT) AS first_date,
  CAST(REPLACE(e.last_date, '-', '') AS INT) AS last_date
FROM edges e
JOIN entities a ON a.entity = e.source
JOIN entities b ON b.entity = e.target
WHERE :layer = 'all' OR e.layer = :layer
