-- How many entities and ties a layer has, or all of them.
SELECT e.entities, t.edges
FROM (
  SELECT COUNT(DISTINCT entity) AS entities
  FROM layer_counts
  WHERE
    :layer = 'all' OR :layer = 'masthead' OR layer = 'content' OR (:layer = 'byline' AND layer = 'byline')
) e
CROSS JOIN (SELECT COUNT(*) AS edges FROM edges WHERE :layer = 'all' OR layer = :layer) t
