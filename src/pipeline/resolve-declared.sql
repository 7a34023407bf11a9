-- Articles that print as a name what another text of the story, or of the paper that day, says is short for another name.
WITH declared AS (
  SELECT DISTINCT
    CONCAT(m.type, ':', m.surface) AS short_form,
    m.entity AS full_form,
    COALESCE(a.story, a.text_id, a.article) AS story,
    p.paper AS paper,
    p.date AS date
  FROM read_mentions m
  JOIN articles a ON a.article = m.article
  LEFT JOIN pages p ON p.page = a.page
  WHERE m.rule = 'full-name-in-article' AND m.type = 'agency' AND m.surface <> m.name
),
uses AS (
  SELECT n.entity, n.article, a.page, COALESCE(a.story, a.text_id, a.article) AS story, p.paper, p.date
  FROM resolve_named n
  JOIN (SELECT DISTINCT short_form FROM declared) d ON d.short_form = n.entity
  JOIN articles a ON a.article = n.article
  LEFT JOIN pages p ON p.page = a.page
)
SELECT DISTINCT u.entity AS short_form, d.full_form AS full_form, u.article, u.page, 'story' AS near
FROM uses u JOIN declared d ON d.short_form = u.entity AND d.story = u.story
UNION
SELECT DISTINCT u.entity AS short_form, d.full_form AS full_form, u.article, u.page, 'paper-day' AS near
FROM uses u JOIN declared d ON d.short_form = u.entity AND d.paper = u.paper AND d.date = u.date
ORDER BY short_form ASC NULLS LAST, full_form ASC NULLS LAST, article ASC NULLS LAST, near ASC NULLS LAST
