-- How many entities and ties a layer has, or all of them.
SELECT e.entities, t.edges
FROM (SELECT COUNT(*) AS entities FROM layer_entities WHERE layer = :layer) e
CROSS JOIN (SELECT COUNT(*) AS edges FROM edges WHERE :layer = 'all' OR layer = :layer) t
