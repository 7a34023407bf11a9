-- How many mentions are hidden, by what they were read as.
SELECT m.entity, COUNT(*) AS mentions
FROM read_mentions m
LEFT JOIN resolve_changes c ON c.read_as = m.entity
LEFT JOIN resolve_assigned a ON a.read_as = m.entity AND a.article = m.article
WHERE COALESCE(a.hidden, c.hidden, FALSE)
GROUP BY m.entity
ORDER BY m.entity ASC NULLS LAST
