SELECT
  e.entity, e.type, e.name, e.aliases, l.mentions, l.articles, l.stories, l.papers, l.first_date, l.last_date, n.degree,
  n.weighted_degree, n.pagerank, n.betweenness
FROM entities e
JOIN (
  SELECT number, mentions, articles, stories, papers, first_date, last_date FROM layer_counts WHERE layer = :layer
  UNION ALL
  SELECT number, mentions, articles, stories, papers, first_date, last_date FROM entities WHERE :layer = 'all'
) l ON l.number = e.number
LEFT JOIN nodes n ON n.entity = e.entity
WHERE :type = '' OR e.type = :type
ORDER BY
  CASE
    WHEN :sort = 'mentions' THEN CAST(l.mentions AS DOUBLE)
    WHEN :sort = 'articles' THEN CAST(l.articles AS DOUBLE)
    WHEN :sort = 'papers' THEN CAST(l.papers AS DOUBLE)
    WHEN :sort = 'degree' THEN CAST(n.degree AS DOUBLE)
    WHEN :sort = 'weighted_degree' THEN CAST(n.weighted_degree AS DOUBLE)
    WHEN :sort = 'pagerank' THEN n.pagerank
    WHEN :sort = 'betweenness' THEN n.betweenness
    ELSE CAST(l.stories AS DOUBLE)
  END DESC NULLS LAST,
  l.stories DESC NULLS LAST, l.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
LIMIT :max_rows
