-- Names that were read and that no mention bears any more, with who their mentions are now.
SELECT r.read_as, r.entity, COUNT(*) AS articles
FROM resolve_assigned r
LEFT JOIN (SELECT DISTINCT entity FROM mentions) e ON e.entity = r.read_as
WHERE e.entity IS NULL AND NOT r.hidden
GROUP BY r.read_as, r.entity
ORDER BY r.read_as ASC NULLS LAST, articles DESC NULLS LAST, r.entity ASC NULLS LAST
