-- Articles that name a small place without its county, where the county is near: a text of the story, or of the paper that
-- day, has the full name; the text names the county; the paper is of that county. And those that name a body without the
-- place before it (region is NULL): a text of the story has the full name.
WITH uses AS (
  SELECT
    q.one AS bare, q.other AS full_form, q.region AS region, n.article AS article, a.page AS page,
    COALESCE(a.text_id, a.article) AS text_id, COALESCE(a.story, a.text_id, a.article) AS story, p.paper AS paper,
    p.date AS date, p.place AS place
  FROM resolve_pairs q
  JOIN resolve_named n ON n.entity = q.one
  JOIN articles a ON a.article = n.article
  LEFT JOIN pages p ON p.page = a.page
),
others AS (
  SELECT
    n.entity AS entity, COALESCE(a.text_id, a.article) AS text_id, COALESCE(a.story, a.text_id, a.article) AS story,
    p.paper AS paper, p.date AS date
  FROM resolve_named n
  JOIN (SELECT other AS entity FROM resolve_pairs UNION SELECT region AS entity FROM resolve_pairs) w
    ON w.entity = n.entity
  JOIN articles a ON a.article = n.article
  LEFT JOIN pages p ON p.page = a.page
)
SELECT DISTINCT u.bare AS short_form, u.full_form AS full_form, u.article, u.page, 'story' AS near
FROM uses u JOIN others o ON o.entity = u.full_form AND o.story = u.story
UNION
SELECT DISTINCT u.bare AS short_form, u.full_form AS full_form, u.article, u.page, 'paper-day' AS near
FROM uses u JOIN others o ON o.entity = u.full_form AND o.paper = u.paper AND o.date = u.date
WHERE u.region IS NOT NULL
UNION
SELECT DISTINCT u.bare AS short_form, u.full_form AS full_form, u.article, u.page, 'region' AS near
FROM uses u JOIN others o ON o.entity = u.region AND o.text_id = u.text_id
UNION
SELECT DISTINCT u.bare AS short_form, u.full_form AS full_form, u.article, u.page, 'home' AS near
FROM uses u
WHERE u.region IS NOT NULL AND u.place LIKE CONCAT('%', SUBSTRING(u.region, 7))
ORDER BY short_form ASC NULLS LAST, full_form ASC NULLS LAST, article ASC NULLS LAST, near ASC NULLS LAST
