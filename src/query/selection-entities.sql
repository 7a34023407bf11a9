-- The entities of a layer with the counts that the exports give them (export/graph-nodes.sql).
SELECT
  e.entity, e.type, e.subtype, e.name, e.aliases, l.mentions, l.articles, l.stories, l.papers, l.first_date,
  l.last_date, n.community
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
