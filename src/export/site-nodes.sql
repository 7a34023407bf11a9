-- The order of this list is what indexes of nodes refer to (also in site-mentions.sql).
SELECT
  e.entity, e.type, e.name, e.aliases, s.pinyin, s.initials, e.mentions, e.articles, e.stories, e.papers, e.first_date,
  e.last_date, n.x, n.y, n.community
FROM nodes n
JOIN entities e ON e.entity = n.entity
LEFT JOIN spellings s ON s.entity = n.entity
ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
