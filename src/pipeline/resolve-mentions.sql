-- Mentions as read → as resolved. A name that is now what is printed needs no rule; one that is no longer takes the one that
-- changed it.
INSERT INTO mentions
SELECT
  m.article, m.sentence, COALESCE(a.entity, c.entity, m.entity) AS entity, COALESCE(a.type, c.type, m.type) AS type,
  m.surface, m.start_at, m.end_at, m.page_spans, m.layer, m.extractor, m.score, m.repair,
  CASE
    WHEN COALESCE(a.name, c.name) IS NULL THEN m.rule
    WHEN COALESCE(a.name, c.name) = m.surface THEN NULL
    ELSE COALESCE(m.rule, a.rule, c.rule)
  END AS rule,
  COALESCE(a.name, c.name, m.name) AS name
FROM read_mentions m
LEFT JOIN resolve_changes c ON c.read_as = m.entity
LEFT JOIN resolve_assigned a ON a.read_as = m.entity AND a.article = m.article
WHERE NOT COALESCE(a.hidden, c.hidden, FALSE)
