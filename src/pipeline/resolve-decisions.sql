-- What was decided while reading, with the entities that came of it: those of the page where its articles were told apart.
INSERT INTO decisions
SELECT d.surface, d.type, d.page, COALESCE(a.entity, c.entity, d.entity) AS entity, d.rule, d.reason
FROM read_decisions d
LEFT JOIN resolve_changes c ON c.read_as = d.entity
LEFT JOIN (
  SELECT r.read_as AS read_as, b.page AS page, MIN(r.entity) AS entity
  FROM resolve_assigned r JOIN articles b ON b.article = r.article
  GROUP BY r.read_as, b.page
) a ON a.read_as = d.entity AND a.page = d.page
