-- The papers, places of issue or dates of the pages that name each entity in the layer, by number.
SELECT DISTINCT e.number AS number, v.value AS value
FROM mentions m
JOIN articles a ON a.article = m.article
JOIN (
  SELECT page, CAST(DENSE_RANK() OVER (ORDER BY value ASC NULLS LAST) - 1 AS INT) AS value
  FROM (
    SELECT
      page,
      CASE WHEN :facet = 'paper' THEN paper WHEN :facet = 'place' THEN place ELSE date END AS value
    FROM pages
  ) facets
  WHERE value IS NOT NULL
) v ON v.page = a.page
JOIN entities e ON e.entity = m.entity
WHERE :layer = 'all' OR m.layer = :layer
