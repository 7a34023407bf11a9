-- Entities as numbers: type by its place in the list of types, stories and mentions of all layers, stories and mentions of the content.
SELECT
  e.number,
  CASE
    WHEN e.type = 'city_cluster' THEN 0
    WHEN e.type = 'agency' THEN 1
    WHEN e.type = 'program' THEN 2
    WHEN e.type = 'person' THEN 3
    ELSE 4
  END AS type,
  CAST(e.stories AS INT) AS stories,
  CAST(e.mentions AS INT) AS mentions,
  CAST(COALESCE(c.stories, 0) AS INT) AS content_stories,
  CAST(COALESCE(c.mentions, 0) AS INT) AS content_mentions
FROM entities e
LEFT JOIN layer_counts c ON c.number = e.number AND c.layer = 'content'
