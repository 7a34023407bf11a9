-- Of how many: what a layer holds before any filter, and the pages behind it.
SELECT
  (SELECT COUNT(*) FROM layer_entities WHERE layer = :layer) AS entities,
  (SELECT COUNT(*) FROM edges WHERE :layer = 'all' OR layer = :layer) AS edges,
  (SELECT COUNT(*) FROM pages) AS pages,
  (SELECT MAX(date) FROM pages) AS newest_page,
  (SELECT MAX(rules) FROM pages) AS rules
