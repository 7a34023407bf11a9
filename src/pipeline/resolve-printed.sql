-- Names in stories that several texts print, where not every one of them has the name, and another of its type and length
-- stands in the story in the same way: a damaged name is as long as the right one.
WITH placed AS (
  SELECT article, page, COALESCE(text_id, article) AS text_id, COALESCE(story, text_id, article) AS story FROM articles
),
told AS (
  SELECT story, COUNT(DISTINCT text_id) AS texts FROM placed GROUP BY story HAVING COUNT(DISTINCT text_id) > 1
),
named AS (
  SELECT p.story, p.text_id, n.article, p.page, n.entity, n.type, n.mentions
  FROM resolve_named n JOIN placed p ON p.article = n.article JOIN told t ON t.story = p.story
),
partly AS (
  SELECT n.story, n.entity, n.type, LENGTH(n.entity) AS chars
  FROM named n JOIN told t ON t.story = n.story
  GROUP BY n.story, n.entity, n.type, t.texts
  HAVING COUNT(DISTINCT n.text_id) < t.texts
),
alike AS (
  SELECT story, type, chars FROM partly GROUP BY story, type, chars HAVING COUNT(*) > 1
)
SELECT n.story, n.text_id, n.article, n.page, n.entity, n.type, n.mentions, e.stories
FROM named n
JOIN partly l ON l.story = n.story AND l.entity = n.entity
JOIN alike k ON k.story = l.story AND k.type = l.type AND k.chars = l.chars
JOIN resolve_entities e ON e.entity = n.entity
ORDER BY n.story ASC NULLS LAST, n.entity ASC NULLS LAST, n.article ASC NULLS LAST
