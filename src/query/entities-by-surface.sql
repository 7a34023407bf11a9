SELECT entity, COUNT(*) AS mentions
FROM mentions
WHERE surface = :surface AND entity IS NOT NULL
GROUP BY entity
ORDER BY mentions DESC NULLS LAST, entity ASC NULLS LAST
