-- The entities of a layer with their counts there.
SELECT
  e.entity, e.type, e.name, e.aliases, l.mentions, l.articles, l.stories, l.papers, l.first_date, l.last_date, n.x, n.y,
  n.community, c.name AS community_name, n.stability, n.degree, n.weighted_degree, n.pagerank, n.betweenness
FROM layer_entities l
JOIN entities e ON e.entity = l.entity
LEFT JOIN nodes n ON n.entity = e.entity
LEFT JOIN communities c ON c.community = n.community
WHERE l.layer = :layer
ORDER BY e.entity ASC NULLS LAST
