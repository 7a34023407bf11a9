SELECT DISTINCT r.entity
FROM redirects r JOIN entities e ON e.entity = r.entity
WHERE r.name = :name
ORDER BY r.entity ASC NULLS LAST
