SELECT
  (SELECT COUNT(*) FROM pages) AS pages,
  (SELECT COUNT(*) FROM pages WHERE date IS NULL) AS undated_pages,
  (SELECT MIN(date) FROM pages) AS first_date,
  (SELECT MAX(date) FROM pages) AS last_date,
  (SELECT COUNT(*) FROM articles WHERE kind <> 'masthead') AS articles,
  (SELECT COUNT(DISTINCT text_id) FROM articles WHERE kind <> 'masthead') AS texts,
  (SELECT COUNT(DISTINCT story) FROM articles WHERE kind <> 'masthead') AS stories,
  (SELECT COUNT(*) FROM mentions) AS mentions,
  (SELECT COUNT(*) FROM entities) AS entities,
  (SELECT COUNT(*) FROM edges) AS edges,
  (SELECT COUNT(DISTINCT entity) FROM mentions WHERE layer = 'content') AS content_entities,
  (SELECT COUNT(*) FROM edges WHERE layer = 'content') AS content_edges,
  (
    SELECT COUNT(DISTINCT m.entity)
    FROM mentions m JOIN nodes n ON n.entity = m.entity
    WHERE m.layer = 'content'
  ) AS drawn_entities,
  (
    SELECT COUNT(*)
    FROM edges e JOIN nodes a ON a.entity = e.source JOIN nodes b ON b.entity = e.target
    WHERE e.layer = 'content'
  ) AS drawable_edges,
  (SELECT MAX(rules) FROM pages) AS rules
