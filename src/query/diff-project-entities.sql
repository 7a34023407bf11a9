-- What is counted of a project's entities in a layer, or in all, in the order of their numbers.
SELECT number, CAST(stories AS INT) AS stories, CAST(articles AS INT) AS articles, CAST(mentions AS INT) AS mentions
FROM (
  SELECT number, stories, articles, mentions FROM layer_counts WHERE layer = :layer
  UNION ALL
  SELECT number, stories, articles, mentions FROM entities WHERE :layer = 'all'
) counted
ORDER BY number ASC NULLS LAST
