-- The entities that a layer's edges can join: with `all`, every entity; else those named at least as prominently. Counts of
-- the content layer are its own: who signs a hundred reports and is named in one counts one.
SELECT
  e.entity, e.type, e.name, e.aliases, l.mentions, l.articles, l.stories, l.papers, l.first_date, l.last_date, n.x, n.y,
  n.community, c.name AS community_name, n.stability, n.degree, n.weighted_degree, n.pagerank, n.betweenness
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
LEFT JOIN communities c ON c.community = n.community
ORDER BY e.entity ASC NULLS LAST
