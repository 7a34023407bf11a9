-- Pairs of entities: how many texts, stories, papers, articles and sentences name both.
--
-- A pair's depth in a text is the larger of its two entities' depths there, so a text adds to one layer of a pair only.
-- An article (a sentence) of that text counts when it names both at that depth: two people whom the text's headline
-- names are not a byline pair because one of them also signs it.
DROP TABLE IF EXISTS count_pairs;
CREATE TABLE count_pairs AS
SELECT
  a.eid AS source,
  b.eid AS target,
  CASE WHEN a.depth > b.depth THEN a.depth ELSE b.depth END AS depth,
  COUNT(*) AS texts,
  COUNT(DISTINCT a.sid) AS stories,
  COUNT(DISTINCT a.pid) AS papers,
  MIN(a.first_did) AS first_did,
  MAX(a.last_did) AS last_did
FROM count_kept a JOIN count_kept b ON a.tid = b.tid AND a.eid < b.eid
GROUP BY a.eid, b.eid, CASE WHEN a.depth > b.depth THEN a.depth ELSE b.depth END;
DROP TABLE IF EXISTS count_pair_articles;
CREATE TABLE count_pair_articles AS
WITH named AS (
  SELECT m.aid AS aid, m.eid AS eid, MIN(m.depth) AS depth, MIN(k.depth) AS text_depth
  FROM count_mentions m JOIN count_kept k ON k.tid = m.tid AND k.eid = m.eid
  GROUP BY m.aid, m.eid
),
pairs AS (
  SELECT
    a.eid AS source,
    b.eid AS target,
    CASE WHEN a.depth > b.depth THEN a.depth ELSE b.depth END AS depth,
    CASE WHEN a.text_depth > b.text_depth THEN a.text_depth ELSE b.text_depth END AS text_depth
  FROM named a JOIN named b ON a.aid = b.aid AND a.eid < b.eid
)
SELECT source, target, depth, COUNT(*) AS articles
FROM pairs
WHERE depth = text_depth
GROUP BY source, target, depth;
DROP TABLE IF EXISTS count_pair_sentences;
CREATE TABLE count_pair_sentences AS
WITH named AS (
  SELECT
    m.tid AS tid,
    m.aid AS aid,
    m.sentence AS sentence,
    m.eid AS eid,
    MIN(m.depth) AS depth,
    MIN(k.depth) AS text_depth
  FROM count_mentions m JOIN count_kept k ON k.tid = m.tid AND k.eid = m.eid
  GROUP BY m.tid, m.aid, m.sentence, m.eid
),
pairs AS (
  SELECT
    a.tid AS tid,
    a.aid AS aid,
    a.eid AS source,
    b.eid AS target,
    CASE WHEN a.depth > b.depth THEN a.depth ELSE b.depth END AS depth,
    CASE WHEN a.text_depth > b.text_depth THEN a.text_depth ELSE b.text_depth END AS text_depth
  FROM named a JOIN named b ON a.aid = b.aid AND a.sentence = b.sentence AND a.eid < b.eid
),
texts AS (
  SELECT source, target, depth, tid, COUNT(DISTINCT aid) AS close, COUNT(*) AS sentences
  FROM pairs
  WHERE depth = text_depth
  GROUP BY source, target, depth, tid
)
-- `sentences`: the most that one text has. A reprint says nothing again.
SELECT source, target, depth, CAST(SUM(close) AS BIGINT) AS close, MAX(sentences) AS sentences
FROM texts
GROUP BY source, target, depth;
-- Margins of the content layer: the stories that name an entity as every answer tells them, capped ones among them.
DROP TABLE IF EXISTS count_margins;
CREATE TABLE count_margins AS
SELECT number AS eid, stories, mentions FROM layer_counts WHERE layer = 'content';
DROP TABLE IF EXISTS count_edges;
CREATE TABLE count_edges AS
WITH parts AS (
  SELECT source, target, depth, texts, stories, papers, first_did, last_did, 0 AS articles, 0 AS close, 0 AS sentences
  FROM count_pairs
  UNION ALL
  SELECT source, target, depth, 0, 0, 0, NULL, NULL, articles, 0, 0 FROM count_pair_articles
  UNION ALL
  SELECT source, target, depth, 0, 0, 0, NULL, NULL, 0, close, sentences FROM count_pair_sentences
),
sums AS (
  SELECT
    source,
    target,
    depth,
    CAST(SUM(texts) AS BIGINT) AS texts,
    CAST(SUM(stories) AS BIGINT) AS stories,
    CAST(SUM(papers) AS BIGINT) AS papers,
    CAST(SUM(articles) AS BIGINT) AS articles,
    CAST(SUM(close) AS BIGINT) AS close,
    CAST(SUM(sentences) AS BIGINT) AS sentences,
    MIN(first_did) AS first_did,
    MAX(last_did) AS last_did
  FROM parts
  GROUP BY source, target, depth
)
-- Strongest first, the order in which the backbone is picked; among equals, the ties of the most named come first.
SELECT
  s.source, s.target, s.depth, s.texts, s.stories, s.papers, s.articles, s.close, s.sentences, s.first_did, s.last_did,
  COALESCE(a.stories, 0) AS source_stories,
  COALESCE(b.stories, 0) AS target_stories,
  ROW_NUMBER() OVER (
    ORDER BY
      s.depth ASC NULLS LAST, s.stories DESC NULLS LAST, s.close DESC NULLS LAST, s.articles DESC NULLS LAST,
      COALESCE(a.mentions, 0) + COALESCE(b.mentions, 0) DESC NULLS LAST, s.source ASC NULLS LAST,
      s.target ASC NULLS LAST
  ) AS place
FROM sums s
LEFT JOIN count_margins a ON a.eid = s.source
LEFT JOIN count_margins b ON b.eid = s.target;
