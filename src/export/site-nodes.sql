-- The order of this list is what indexes of nodes refer to: the view numbered_nodes. Counts are those of the content
-- layer, as what is drawn; of who is only in bylines and mastheads, those.
SELECT
  e.entity, e.type, e.name, e.aliases, s.pinyin, s.initials, COALESCE(l.mentions, e.mentions) AS mentions,
  COALESCE(l.articles, e.articles) AS articles, COALESCE(l.stories, e.stories) AS stories,
  COALESCE(l.papers, e.papers) AS papers,
  CASE WHEN l.entity IS NULL THEN e.first_date ELSE l.first_date END AS first_date,
  CASE WHEN l.entity IS NULL THEN e.last_date ELSE l.last_date END AS last_date, n.x, n.y, n.community,
  n.stability, n.degree, n.weighted_degree, n.pagerank, n.betweenness
FROM numbered_nodes p
JOIN nodes n ON n.entity = p.entity
JOIN entities e ON e.entity = n.entity
LEFT JOIN layer_counts l ON l.entity = e.entity AND l.layer = 'content'
LEFT JOIN spellings s ON s.entity = n.entity
ORDER BY p.place ASC NULLS LAST
