-- The leading members of a community, in the order of its name's (graph/layout.ts draws the most named first).
SELECT e.entity, e.type, e.name
FROM nodes n
JOIN entities e ON e.entity = n.entity
LEFT JOIN layer_counts l ON l.entity = n.entity AND l.layer = 'content'
WHERE n.community = :community
ORDER BY l.stories DESC NULLS LAST, l.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
LIMIT :max_rows
