-- Pairs of articles that may print one story: they share sampled shingles. Each shingle ties the articles that have it to
-- the first of them by id, with both texts to be compared, so that a text in a thousand papers makes a thousand pairs, not half a million.
WITH firsts AS (
  SELECT shingle, MIN(article) AS first_article, COUNT(*) AS holders
  FROM shingles
  GROUP BY shingle
  HAVING COUNT(*) > 1
),
sizes AS (
  SELECT article, COUNT(*) AS size FROM shingles GROUP BY article
),
shared AS (
  SELECT f.first_article, s.article, COUNT(*) AS common
  FROM firsts f
  JOIN shingles s ON s.shingle = f.shingle AND s.article <> f.first_article
  GROUP BY f.first_article, s.article
)
SELECT shared.first_article, shared.article, first_linkable.text AS first_text, linkable.text
FROM shared
JOIN linkable first_linkable ON first_linkable.article = shared.first_article
JOIN linkable ON linkable.article = shared.article
JOIN sizes a ON a.article = shared.first_article
JOIN sizes b ON b.article = shared.article
WHERE shared.common >= :least_common
  AND shared.common * 100 >= :least_percent * CASE WHEN a.size < b.size THEN a.size ELSE b.size END
ORDER BY shared.first_article, shared.article
