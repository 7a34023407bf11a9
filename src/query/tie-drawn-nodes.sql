SELECT e.number
FROM nodes n JOIN entities e ON e.entity = n.entity
ORDER BY e.number ASC NULLS LAST
