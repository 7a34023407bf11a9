-- What is counted of every entity, in numbers: in each layer (depth 0 content, 1 byline, 2 masthead) and in all (3); dates as
-- 20250829.
SELECT
  number, CASE WHEN layer = 'content' THEN 0 WHEN layer = 'byline' THEN 1 ELSE 2 END AS depth,
  CAST(mentions AS INT) AS mentions, CAST(articles AS INT) AS articles, CAST(stories AS INT) AS stories,
  CAST(papers AS INT) AS papers, CAST(REPLACE(first_date, '-', '') AS INT) AS first_day,
  CAST(REPLACE(last_date, '-', '') AS INT) AS last_day
FROM layer_counts
UNION ALL
SELECT
  number, 3 AS depth, CAST(mentions AS INT) AS mentions, CAST(articles AS INT) AS articles,
  CAST(stories AS INT) AS stories, CAST(papers AS INT) AS papers,
  CAST(REPLACE(first_date, '-', '') AS INT) AS first_day, CAST(REPLACE(last_date, '-', '') AS INT) AS last_day
FROM entities
