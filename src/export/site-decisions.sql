-- Why forms are names of the drawn entities of a window; alike rows of many pages once.
SELECT n.place, d.surface, d.rule, MIN(d.reason) AS reason, COUNT(*) AS times
FROM numbered_nodes n
JOIN decisions d ON d.entity = n.entity
WHERE n.place >= :first_row AND n.place < :end_row
GROUP BY n.place, d.surface, d.rule
ORDER BY n.place ASC NULLS LAST, times DESC NULLS LAST, d.surface ASC NULLS LAST, d.rule ASC NULLS LAST
