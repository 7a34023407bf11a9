-- Entities as the texts of each part name them, counted as graph/count-layers.sql counts those of the whole project; texts are
-- in a part as diff-edges.sql has it.
WITH sides AS (
  SELECT
    tid,
    sid,
    CASE
      WHEN COALESCE(date, '') BETWEEN :before_from AND :before_to AND :before_paper IN ('', paper) THEN 1 ELSE 0
    END AS b,
    CASE
      WHEN COALESCE(date, '') BETWEEN :after_from AND :after_to AND :after_paper IN ('', paper) THEN 1 ELSE 0
    END AS a
  FROM texts
),
in_texts AS (
  SELECT number, tid, CAST(SUM(mentions) AS BIGINT) AS mentions, COUNT(*) AS articles
  FROM (
    SELECT number, tid, aid, COUNT(*) AS mentions
    FROM evidence
    WHERE (:depth < 0 OR depth = :depth) AND (:asked = 0 OR number IN (:numbers))
    GROUP BY number, tid, aid
  ) in_articles
  GROUP BY number, tid
),
in_stories AS (
  SELECT
    t.number,
    s.sid,
    MAX(s.b) AS before_stories,
    MAX(s.a) AS after_stories,
    CAST(SUM(s.b * t.articles) AS BIGINT) AS before_articles,
    CAST(SUM(s.a * t.articles) AS BIGINT) AS after_articles,
    CAST(SUM(s.b * t.mentions) AS BIGINT) AS before_mentions,
    CAST(SUM(s.a * t.mentions) AS BIGINT) AS after_mentions
  FROM in_texts t JOIN sides s ON s.tid = t.tid
  WHERE s.b + s.a > 0
  GROUP BY t.number, s.sid
)
SELECT
  number,
  CAST(CAST(SUM(before_stories) AS BIGINT) AS INT) AS before_stories,
  CAST(CAST(SUM(after_stories) AS BIGINT) AS INT) AS after_stories,
  CAST(CAST(SUM(before_articles) AS BIGINT) AS INT) AS before_articles,
  CAST(CAST(SUM(after_articles) AS BIGINT) AS INT) AS after_articles,
  CAST(CAST(SUM(before_mentions) AS BIGINT) AS INT) AS before_mentions,
  CAST(CAST(SUM(after_mentions) AS BIGINT) AS INT) AS after_mentions
FROM in_stories
GROUP BY number
