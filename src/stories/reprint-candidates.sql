-- Pairs of texts that may print one story, with both to be compared: they share sampled shingles and were printed within
-- :days of each other, or one of them is undated. Each shingle ties a text to the three before it by day, so that a text
-- in a thousand papers makes three thousand pairs, not half a million, and two copies meet even where older texts share
-- parts of them; a rare one ties an undated text to every other that has it.
WITH texts AS (
  SELECT a.article AS text_id, a.day, a.title, COALESCE(j.body, a.body) AS body, a.continued_from, a.continued_to
  FROM linkable a
  LEFT JOIN joined_texts j ON j.text_id = a.article
  LEFT JOIN text_parts p ON p.article = a.article
  WHERE p.text_id IS NULL OR p.text_id = a.article
),
grams AS (
  SELECT DISTINCT COALESCE(p.text_id, s.article) AS text_id, s.shingle
  FROM shingles s
  LEFT JOIN text_parts p ON p.article = s.article
),
holders AS (
  SELECT
    g.shingle, g.text_id, t.day,
    COUNT(*) OVER (PARTITION BY g.shingle) AS holding,
    LAG(g.text_id, 1) OVER (PARTITION BY g.shingle ORDER BY t.day NULLS LAST, g.text_id NULLS LAST) AS before1,
    LAG(t.day, 1) OVER (PARTITION BY g.shingle ORDER BY t.day NULLS LAST, g.text_id NULLS LAST) AS day1,
    LAG(g.text_id, 2) OVER (PARTITION BY g.shingle ORDER BY t.day NULLS LAST, g.text_id NULLS LAST) AS before2,
    LAG(t.day, 2) OVER (PARTITION BY g.shingle ORDER BY t.day NULLS LAST, g.text_id NULLS LAST) AS day2,
    LAG(g.text_id, 3) OVER (PARTITION BY g.shingle ORDER BY t.day NULLS LAST, g.text_id NULLS LAST) AS before3,
    LAG(t.day, 3) OVER (PARTITION BY g.shingle ORDER BY t.day NULLS LAST, g.text_id NULLS LAST) AS day3
  FROM grams g
  JOIN texts t ON t.text_id = g.text_id
  WHERE LENGTH(t.body) >= :shortest
),
ties AS (
  SELECT text_id AS x, before1 AS y FROM holders WHERE before1 IS NOT NULL AND (day IS NULL OR day - day1 <= :days)
  UNION ALL
  SELECT text_id AS x, before2 AS y FROM holders WHERE before2 IS NOT NULL AND (day IS NULL OR day - day2 <= :days)
  UNION ALL
  SELECT text_id AS x, before3 AS y FROM holders WHERE before3 IS NOT NULL AND (day IS NULL OR day - day3 <= :days)
  UNION ALL
  SELECT u.text_id AS x, o.text_id AS y
  FROM holders u
  JOIN holders o ON o.shingle = u.shingle
  WHERE
    u.day IS NULL AND u.holding BETWEEN 5 AND 12 AND o.text_id <> u.text_id
    AND (o.day IS NOT NULL OR o.text_id < u.text_id)
    AND o.text_id <> COALESCE(u.before1, '') AND o.text_id <> COALESCE(u.before2, '') AND o.text_id <> COALESCE(u.before3, '')
),
shared AS (
  SELECT
    CASE WHEN x < y THEN x ELSE y END AS one,
    CASE WHEN x < y THEN y ELSE x END AS other,
    COUNT(*) AS common
  FROM ties
  GROUP BY CASE WHEN x < y THEN x ELSE y END, CASE WHEN x < y THEN y ELSE x END
),
sizes AS (
  SELECT text_id, COUNT(*) AS size FROM grams GROUP BY text_id
),
candidates AS (
  SELECT s.one, s.other
  FROM shared s
  JOIN sizes a ON a.text_id = s.one
  JOIN sizes b ON b.text_id = s.other
  WHERE s.common >= :least_common
    AND s.common * 100 >= :least_percent * CASE WHEN a.size < b.size THEN a.size ELSE b.size END
)
SELECT
  c.one, a.title AS one_title, a.body AS one_body,
  CASE WHEN a.continued_from IS NULL AND a.continued_to IS NULL THEN 0 ELSE 1 END AS one_part,
  c.other, b.title AS other_title, b.body AS other_body,
  CASE WHEN b.continued_from IS NULL AND b.continued_to IS NULL THEN 0 ELSE 1 END AS other_part
FROM candidates c
JOIN texts a ON a.text_id = c.one
JOIN texts b ON b.text_id = c.other
