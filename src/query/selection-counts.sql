-- The entities of a layer by number, with the counts that the exports give them (export/rows/nodes.sql); dates as 20250829.
SELECT
  e.number, l.mentions, l.articles, l.stories, l.papers, CAST(REPLACE(l.first_date, '-', '') AS INT) AS first_date,
  CAST(REPLACE(l.last_date, '-', '') AS INT) AS last_date, n.community, n.pagerank
FROM entities e
JOIN (
  SELECT DISTINCT entity
  FROM layer_counts
  WHERE
    :layer = 'all' OR :layer = 'masthead' OR layer = 'content' OR (:layer = 'byline' AND layer = 'byline')
) named ON named.entity = e.entity
JOIN (
  SELECT entity, mentions, articles, stories, papers, first_date, last_date
  FROM layer_counts
  WHERE layer = 'content' AND :layer = 'content'
  UNION ALL
  SELECT entity, mentions, articles, stories, papers, first_date, last_date FROM entities WHERE :layer <> 'content'
) l ON l.entity = e.entity
LEFT JOIN nodes n ON n.entity = e.entity
