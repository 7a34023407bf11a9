-- The ties of a layer as numbers; the strongest of them, where there are more than memory should hold.
SELECT
  a.number AS source,
  b.number AS target,
  CAST(e.articles AS INT) AS articles,
  CAST(e.close AS INT) AS close,
  CAST(e.texts AS INT) AS texts,
  CAST(e.stories AS INT) AS stories,
  CAST(e.papers AS INT) AS papers,
  CASE WHEN e.backbone THEN 1 ELSE 0 END AS backbone,
  CAST(REPLACE(e.first_date, '-', '') AS INT) AS first_day,
  CAST(REPLACE(e.last_date, '-', '') AS INT) AS last_day,
  e.npmi, e.g2, e.p, e.q
FROM edges e
JOIN entities a ON a.entity = e.source
JOIN entities b ON b.entity = e.target
WHERE e.layer = :layer
ORDER BY
  e.stories DESC NULLS LAST, e.close DESC NULLS LAST, e.articles DESC NULLS LAST, a.number ASC NULLS LAST,
  b.number ASC NULLS LAST
LIMIT :max_edges
