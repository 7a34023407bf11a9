-- The leading members of every community, in the order of its name's (graph/layout.ts draws the most named first).
SELECT community, entity, type, name
FROM (
  SELECT
    n.community,
    e.entity,
    e.type,
    e.name,
    ROW_NUMBER() OVER (
      PARTITION BY n.community
      ORDER BY l.stories DESC NULLS LAST, l.mentions DESC NULLS LAST, e.number ASC NULLS LAST
    ) AS place
  FROM nodes n
  JOIN entities e ON e.entity = n.entity
  LEFT JOIN layer_counts l ON l.number = e.number AND l.layer = 'content'
  WHERE n.community IS NOT NULL
) members
WHERE place <= :most
ORDER BY community ASC NULLS LAST, place ASC NULLS LAST
