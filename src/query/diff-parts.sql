-- How large the two parts are, and how many texts have no date; texts are in a part as diff-edges.sql has it.
WITH sides AS (
  SELECT
    sid,
    articles,
    CASE WHEN date IS NULL THEN 1 ELSE 0 END AS undated,
    CASE
      WHEN COALESCE(date, '') BETWEEN :before_from AND :before_to AND :before_paper IN ('', paper) THEN 1 ELSE 0
    END AS b,
    CASE
      WHEN COALESCE(date, '') BETWEEN :after_from AND :after_to AND :after_paper IN ('', paper) THEN 1 ELSE 0
    END AS a
  FROM texts
)
SELECT
  COUNT(DISTINCT CASE WHEN b = 1 THEN sid END) AS before_stories,
  COUNT(DISTINCT CASE WHEN a = 1 THEN sid END) AS after_stories,
  COALESCE(CAST(SUM(b) AS BIGINT), 0) AS before_texts,
  COALESCE(CAST(SUM(a) AS BIGINT), 0) AS after_texts,
  COALESCE(CAST(SUM(b * articles) AS BIGINT), 0) AS before_articles,
  COALESCE(CAST(SUM(a * articles) AS BIGINT), 0) AS after_articles,
  COALESCE(CAST(SUM(undated) AS BIGINT), 0) AS undated
FROM sides
