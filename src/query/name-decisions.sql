-- What was decided of an entity, or of a form in which it was read; alike rows of many pages once.
SELECT surface, entity, rule, MIN(reason) AS reason, COUNT(*) AS times, MIN(page) AS page
FROM decisions
WHERE entity = :entity OR (surface = :surface AND type = :type)
GROUP BY surface, entity, rule
ORDER BY rule ASC NULLS LAST, surface ASC NULLS LAST, entity ASC NULLS LAST
