-- Who is named in which text, and how prominently, in numbers; where the build makes ties of it.
SELECT e.number AS number, e.tid AS text, MIN(e.depth) AS depth
FROM evidence e LEFT JOIN unpaired u ON u.number = e.number AND u.tid = e.tid
WHERE e.depth <= :depth AND u.number IS NULL
GROUP BY e.number, e.tid
ORDER BY number ASC NULLS LAST, text ASC NULLS LAST
