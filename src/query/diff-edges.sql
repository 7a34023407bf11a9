-- Ties as the texts of each part make them, counted as graph/count-edges.sql counts those of the whole project. A text is in
-- a part by its first page's date and by its paper; it counts whole, its later pages too.
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
parts AS (
  SELECT tid, sid, b, a
  FROM sides
  WHERE b + a > 0 AND (:asked = 0 OR tid IN (SELECT tid FROM evidence WHERE number IN (:numbers)))
),
printed AS (
  SELECT e.tid, e.aid, e.sentence, e.number, e.depth
  FROM evidence e JOIN parts p ON p.tid = e.tid
),
kept AS (
  SELECT p.tid, p.number, MIN(p.depth) AS depth
  FROM printed p LEFT JOIN unpaired u ON u.number = p.number AND u.tid = p.tid
  WHERE u.number IS NULL
  GROUP BY p.tid, p.number
),
pairs AS (
  SELECT
    x.tid,
    x.number AS source,
    y.number AS target,
    CASE WHEN x.depth > y.depth THEN x.depth ELSE y.depth END AS depth
  FROM kept x JOIN kept y ON x.tid = y.tid AND x.number < y.number
  WHERE :asked = 0 OR x.number IN (:numbers) OR y.number IN (:numbers)
),
in_sentences AS (
  SELECT tid, aid, sentence, number, MIN(depth) AS depth FROM printed GROUP BY tid, aid, sentence, number
),
in_articles AS (
  SELECT tid, aid, number, MIN(depth) AS depth FROM in_sentences GROUP BY tid, aid, number
),
-- An article or a sentence counts when it names both at the depth at which the text does: then the text has this pair.
article_pairs AS (
  SELECT
    x.tid,
    x.aid,
    x.number AS source,
    y.number AS target,
    CASE WHEN x.depth > y.depth THEN x.depth ELSE y.depth END AS depth
  FROM in_articles x JOIN in_articles y ON x.aid = y.aid AND x.number < y.number
  WHERE :asked = 0 OR x.number IN (:numbers) OR y.number IN (:numbers)
),
close_pairs AS (
  SELECT DISTINCT
    x.tid,
    x.aid,
    x.number AS source,
    y.number AS target,
    CASE WHEN x.depth > y.depth THEN x.depth ELSE y.depth END AS depth
  FROM in_sentences x JOIN in_sentences y ON x.aid = y.aid AND x.sentence = y.sentence AND x.number < y.number
  WHERE :asked = 0 OR x.number IN (:numbers) OR y.number IN (:numbers)
),
in_texts AS (
  SELECT
    tid,
    source,
    target,
    depth,
    CAST(SUM(whole) AS BIGINT) AS whole,
    CAST(SUM(articles) AS BIGINT) AS articles,
    CAST(SUM(close) AS BIGINT) AS close
  FROM (
    SELECT tid, source, target, depth, 1 AS whole, 0 AS articles, 0 AS close FROM pairs
    UNION ALL
    SELECT tid, source, target, depth, 0, 1, 0 FROM article_pairs
    UNION ALL
    SELECT tid, source, target, depth, 0, 0, 1 FROM close_pairs
  ) counted
  WHERE :depth < 0 OR depth = :depth
  GROUP BY tid, source, target, depth
),
-- By story first: the texts of one are one witness.
in_stories AS (
  SELECT
    t.source,
    t.target,
    t.depth,
    p.sid,
    CAST(SUM(p.b) AS BIGINT) AS before_texts,
    CAST(SUM(p.a) AS BIGINT) AS after_texts,
    CAST(SUM(p.b * t.articles) AS BIGINT) AS before_articles,
    CAST(SUM(p.a * t.articles) AS BIGINT) AS after_articles,
    CAST(SUM(p.b * t.close) AS BIGINT) AS before_close,
    CAST(SUM(p.a * t.close) AS BIGINT) AS after_close
  FROM in_texts t JOIN parts p ON p.tid = t.tid
  WHERE t.whole = 1
  GROUP BY t.source, t.target, t.depth, p.sid
)
SELECT
  source,
  target,
  depth,
  CAST(CAST(SUM(CASE WHEN before_texts > 0 THEN 1 ELSE 0 END) AS BIGINT) AS INT) AS before_stories,
  CAST(CAST(SUM(CASE WHEN after_texts > 0 THEN 1 ELSE 0 END) AS BIGINT) AS INT) AS after_stories,
  CAST(CAST(SUM(before_texts) AS BIGINT) AS INT) AS before_texts,
  CAST(CAST(SUM(after_texts) AS BIGINT) AS INT) AS after_texts,
  CAST(CAST(SUM(before_articles) AS BIGINT) AS INT) AS before_articles,
  CAST(CAST(SUM(after_articles) AS BIGINT) AS INT) AS after_articles,
  CAST(CAST(SUM(before_close) AS BIGINT) AS INT) AS before_close,
  CAST(CAST(SUM(after_close) AS BIGINT) AS INT) AS after_close
FROM in_stories
GROUP BY source, target, depth
