SELECT
  e.entity, e.type, e.name, e.aliases, l.mentions, l.articles, l.stories, l.papers, l.first_date, l.last_date
FROM entities e
JOIN (
  SELECT entity, mentions, articles, stories, papers, first_date, last_date FROM layer_counts WHERE layer = :layer
  UNION ALL
  SELECT entity, mentions, articles, stories, papers, first_date, last_date FROM entities WHERE :layer = 'all'
) l ON l.entity = e.entity
WHERE :type = '' OR e.type = :type
ORDER BY
  CASE
    WHEN :sort = 'mentions' THEN l.mentions
    WHEN :sort = 'articles' THEN l.articles
    WHEN :sort = 'papers' THEN l.papers
    ELSE l.stories
  END DESC NULLS LAST,
  l.stories DESC NULLS LAST, l.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
LIMIT :max_rows
