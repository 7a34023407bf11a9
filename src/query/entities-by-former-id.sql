SELECT r.entity
FROM redirects r JOIN entities e ON e.entity = r.entity
WHERE r.former = :former
ORDER BY r.entity ASC NULLS LAST
