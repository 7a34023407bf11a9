-- Entities that each entity is tied to in a layer, or in any.
SELECT e.number, COUNT(DISTINCT ends.other) AS degree
FROM (
  SELECT source AS entity, target AS other FROM edges WHERE :layer = 'all' OR layer = :layer
  UNION ALL
  SELECT target AS entity, source AS other FROM edges WHERE :layer = 'all' OR layer = :layer
) ends
JOIN entities e ON e.entity = ends.entity
GROUP BY e.number
