-- Why forms are names of the drawn entities of a window; alike rows of many pages once. Numbered as in site-nodes.sql.
SELECT n.place, d.surface, d.rule, MIN(d.reason) AS reason, COUNT(*) AS times
FROM (
  SELECT
    e.entity,
    ROW_NUMBER() OVER (
      ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
    ) - 1 AS place
  FROM nodes g JOIN entities e ON e.entity = g.entity
) n
JOIN decisions d ON d.entity = n.entity
WHERE n.place >= :first_row AND n.place < :end_row
GROUP BY n.place, d.surface, d.rule
ORDER BY n.place ASC NULLS LAST, times DESC NULLS LAST, d.surface ASC NULLS LAST, d.rule ASC NULLS LAST
