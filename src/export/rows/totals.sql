-- Of how many: what a layer holds before any filter, and the pages behind it.
SELECT
  (
    SELECT COUNT(DISTINCT entity)
    FROM layer_counts
    WHERE
      :layer = 'all' OR :layer = 'masthead' OR layer = 'content' OR (:layer = 'byline' AND layer = 'byline')
  ) AS entities,
  (SELECT COUNT(*) FROM edges WHERE :layer = 'all' OR layer = :layer) AS edges,
  (SELECT COUNT(*) FROM pages) AS pages,
  (SELECT MAX(date) FROM pages) AS newest_page,
  (SELECT MAX(rules) FROM pages) AS rules
