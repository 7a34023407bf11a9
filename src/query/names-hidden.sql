-- By whom a name is hidden: people's decisions about an id, a name, or a form that was read as an id that is hidden.
SELECT d.surface, d.entity, d.rule, MIN(d.reason) AS reason, COUNT(*) AS times, MIN(d.page) AS page
FROM decisions d
JOIN redirects r ON r.former = d.entity
LEFT JOIN decisions f ON f.entity = d.entity AND f.surface = :name
WHERE d.rule = 'person-hide' AND r.entity IS NULL AND (r.former = :former OR r.name = :name OR f.surface IS NOT NULL)
GROUP BY d.surface, d.entity, d.rule
ORDER BY d.entity ASC NULLS LAST, d.surface ASC NULLS LAST
