-- The papers, places of issue or dates of the pages that name each entity in the layer.
SELECT DISTINCT m.entity AS entity, v.value AS value
FROM mentions m
JOIN articles a ON a.article = m.article
JOIN (
  SELECT
    page,
    CASE WHEN :facet = 'paper' THEN paper WHEN :facet = 'place' THEN place ELSE date END AS value
  FROM pages
) v ON v.page = a.page
WHERE v.value IS NOT NULL AND m.entity IS NOT NULL AND (:layer <> 'content' OR m.layer = 'content')
