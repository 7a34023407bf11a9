-- How large the two parts are, and how many texts have no date; texts are in a part as diff-edges.sql has it.
WITH texts AS (
  SELECT tid, MIN(sid) AS sid, MIN(date) AS date, MIN(paper) AS paper, COUNT(*) AS articles
  FROM (
    SELECT
      CAST(DENSE_RANK() OVER (ORDER BY COALESCE(a.text_id, a.article) ASC NULLS LAST) AS INT) AS tid,
      CAST(DENSE_RANK() OVER (ORDER BY COALESCE(a.story, a.text_id, a.article) ASC NULLS LAST) AS INT) AS sid,
      p.date,
      p.paper
    FROM articles a LEFT JOIN pages p ON p.page = a.page
  ) printed
  GROUP BY tid
),
sides AS (
  SELECT
    sid,
    articles,
    CASE WHEN date IS NULL THEN 1 ELSE 0 END AS undated,
    CASE
      WHEN (:before_from = '' OR date >= :before_from) AND (:before_to = '' OR date <= :before_to)
        AND (:before_paper = '' OR paper = :before_paper)
      THEN 1 ELSE 0
    END AS b,
    CASE
      WHEN (:after_from = '' OR date >= :after_from) AND (:after_to = '' OR date <= :after_to)
        AND (:after_paper = '' OR paper = :after_paper)
      THEN 1 ELSE 0
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
