-- Ties of each entity in a layer; with all layers, entities it is tied to.
SELECT entity, COUNT(DISTINCT other) AS degree
FROM (
  SELECT source AS entity, target AS other FROM edges WHERE :layer = 'all' OR layer = :layer
  UNION ALL
  SELECT target AS entity, source AS other FROM edges WHERE :layer = 'all' OR layer = :layer
) ends
GROUP BY entity
