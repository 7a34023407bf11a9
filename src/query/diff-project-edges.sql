-- A project's ties in numbers, in the order of their ends.
SELECT
  a.number AS source,
  b.number AS target,
  CASE WHEN e.layer = 'content' THEN 0 WHEN e.layer = 'byline' THEN 1 ELSE 2 END AS depth,
  CAST(e.stories AS INT) AS stories,
  CAST(e.texts AS INT) AS texts,
  CAST(e.articles AS INT) AS articles,
  CAST(e.close AS INT) AS close
FROM edges e
JOIN entities a ON a.entity = e.source
JOIN entities b ON b.entity = e.target
WHERE :layer = 'all' OR e.layer = :layer
ORDER BY source ASC NULLS LAST, target ASC NULLS LAST, depth ASC NULLS LAST
