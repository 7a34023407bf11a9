-- The entities that a layer's edges can join: with `all`, every entity; else those named at least as prominently.
SELECT
  e.entity, e.type, e.name, e.aliases, e.mentions, e.articles, e.stories, e.papers, e.first_date, e.last_date, n.x, n.y,
  n.community
FROM entities e
JOIN (
  SELECT DISTINCT entity
  FROM mentions
  WHERE
    :layer = 'all' OR :layer = 'masthead' OR layer = 'content' OR (:layer = 'byline' AND layer = 'byline')
) named ON named.entity = e.entity
LEFT JOIN nodes n ON n.entity = e.entity
ORDER BY e.entity ASC NULLS LAST
