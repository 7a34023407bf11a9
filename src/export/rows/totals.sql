-- Of how many: what a layer holds before any filter, and the pages behind it.
SELECT
  (
    SELECT COUNT(DISTINCT m.entity)
    FROM mentions m JOIN entities e ON e.entity = m.entity
    WHERE
      :layer = 'all' OR :layer = 'masthead' OR m.layer = 'content' OR (:layer = 'byline' AND m.layer = 'byline')
  ) AS entities,
  (SELECT COUNT(*) FROM edges WHERE :layer = 'all' OR layer = :layer) AS edges,
  (SELECT COUNT(*) FROM pages) AS pages,
  (SELECT MAX(date) FROM pages) AS newest_page,
  (SELECT MAX(rules) FROM pages) AS rules
