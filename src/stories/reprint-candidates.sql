-- Pairs of articles that may print one story, with both texts to be compared: they share sampled shingles. Each shingle ties
-- an article that has it to the first that has it and to the one before it (by id), so that a text in a thousand papers
-- makes two thousand pairs, not half a million, and two copies meet even where older texts share parts of them.
WITH holders AS (
  SELECT
    shingle, article,
    MIN(article) OVER (PARTITION BY shingle) AS first_article,
    LAG(article) OVER (PARTITION BY shingle ORDER BY article NULLS LAST) AS previous_article
  FROM shingles
),
ties AS (
  SELECT first_article AS one, article AS other FROM holders WHERE first_article <> article
  UNION ALL
  SELECT previous_article AS one, article AS other FROM holders WHERE previous_article <> first_article
),
shared AS (
  SELECT one, other, COUNT(*) AS common FROM ties GROUP BY one, other
),
sizes AS (
  SELECT article, COUNT(*) AS size FROM shingles GROUP BY article
)
SELECT
  shared.one, shared.other, a.title AS one_title, b.title AS other_title, a.text AS one_text, b.text AS other_text
FROM shared
JOIN sizes one_size ON one_size.article = shared.one
JOIN sizes other_size ON other_size.article = shared.other
JOIN linkable a ON a.article = shared.one
JOIN linkable b ON b.article = shared.other
WHERE shared.common >= :least_common
  AND shared.common * 100 >= :least_percent * CASE WHEN one_size.size < other_size.size THEN one_size.size ELSE other_size.size END
ORDER BY shared.one NULLS LAST, shared.other NULLS LAST
