-- Ids of the drawn entities of a window, in the order of site-nodes.sql.
SELECT place, entity
FROM (
  SELECT
    e.entity,
    ROW_NUMBER() OVER (
      ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
    ) - 1 AS place
  FROM nodes d JOIN entities e ON e.entity = d.entity
) numbered
WHERE place >= :first_row AND place < :end_row
ORDER BY place ASC NULLS LAST
