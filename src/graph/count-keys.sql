-- Integers for every text, story, paper, date and entity, so that the counts that follow compare and group integers.
-- Entities are numbered in code-point order (the order of UTF-8 bytes), so that a < b on numbers is source < target.
-- depth: 0 content, 1 byline, 2 masthead; an entity's depth in an article or a text is the smallest of its mentions'.
DROP TABLE IF EXISTS count_articles;
CREATE TABLE count_articles AS
WITH keyed AS (
  SELECT
    a.article AS article,
    a.kind AS kind,
    COALESCE(a.text_id, a.article) AS text_id,
    COALESCE(a.story, a.text_id, a.article) AS story,
    CASE WHEN p.paper IS NULL THEN CONCAT('page ', a.page) ELSE CONCAT('paper ', p.paper) END AS paper,
    p.date AS date
  FROM articles a LEFT JOIN pages p ON p.page = a.page
)
SELECT
  article,
  kind,
  date,
  CAST(DENSE_RANK() OVER (ORDER BY article ASC NULLS LAST) AS INT) AS aid,
  CAST(DENSE_RANK() OVER (ORDER BY text_id ASC NULLS LAST) AS INT) AS tid,
  CAST(DENSE_RANK() OVER (ORDER BY story ASC NULLS LAST) AS INT) AS sid,
  CAST(DENSE_RANK() OVER (ORDER BY paper ASC NULLS LAST) AS INT) AS pid,
  CASE WHEN date IS NULL THEN NULL ELSE CAST(DENSE_RANK() OVER (ORDER BY date ASC NULLS LAST) AS INT) END AS did
FROM keyed;
DROP TABLE IF EXISTS count_dates;
CREATE TABLE count_dates AS
SELECT DISTINCT did, date FROM count_articles WHERE did IS NOT NULL;
DROP TABLE IF EXISTS count_entities;
CREATE TABLE count_entities AS
SELECT entity, CAST(ROW_NUMBER() OVER (ORDER BY entity ASC NULLS LAST) AS INT) AS eid
FROM (SELECT DISTINCT entity FROM mentions WHERE entity IS NOT NULL) named;
DROP TABLE IF EXISTS count_mentions;
CREATE TABLE count_mentions AS
SELECT
  a.aid AS aid,
  a.tid AS tid,
  m.sentence AS sentence,
  e.eid AS eid,
  CASE WHEN m.layer = 'content' THEN 0 WHEN m.layer = 'byline' THEN 1 ELSE 2 END AS depth
FROM mentions m
JOIN count_articles a ON a.article = m.article
JOIN count_entities e ON e.entity = m.entity;
