-- Texts that name all of the entities, by date (NULL for undated ones); a text has the earliest date at which one is named.
-- A text counts in the layer of the pair: the deepest of the depths at which it names each.
WITH named AS (
  SELECT number, tid, MIN(sid) AS sid, MIN(depth) AS depth, MIN(date) AS date
  FROM evidence
  WHERE number IN (:numbers) AND (:depth < 0 OR :wanted > 1 OR depth = :depth)
  GROUP BY number, tid
),
shared AS (
  SELECT tid, MIN(sid) AS sid, SUBSTRING(MIN(date), 1, :letters) AS date
  FROM named
  GROUP BY tid
  HAVING COUNT(*) = :wanted AND (:depth < 0 OR MAX(depth) = :depth)
)
SELECT date, COUNT(*) AS texts, COUNT(DISTINCT sid) AS stories
FROM shared
GROUP BY date
ORDER BY date ASC NULLS LAST
