-- The papers, places of issue or dates that pages have; the place in this order is a value's number.
SELECT value
FROM (
  SELECT DISTINCT CASE WHEN :facet = 'paper' THEN paper WHEN :facet = 'place' THEN place ELSE date END AS value
  FROM pages
) named
WHERE value IS NOT NULL
ORDER BY value ASC NULLS LAST
