-- The entities of a layer by number, with their counts there; dates as 20250829.
SELECT
  e.number, l.mentions, l.articles, l.stories, l.papers, CAST(REPLACE(l.first_date, '-', '') AS INT) AS first_date,
  CAST(REPLACE(l.last_date, '-', '') AS INT) AS last_date, n.community, n.pagerank
FROM layer_entities l
JOIN entities e ON e.entity = l.entity
LEFT JOIN nodes n ON n.entity = e.entity
WHERE l.layer = :layer
