-- Articles in reading order: by date (undated last), text, page, place on the page. `aid` is that order; texts and stories
-- get numbers so that who is named in them can be compared as integers.
DROP TABLE IF EXISTS evidence_articles;
CREATE TABLE evidence_articles AS
SELECT
  CAST(
    ROW_NUMBER() OVER (
      ORDER BY
        p.date ASC NULLS LAST, COALESCE(a.text_id, a.article) ASC NULLS LAST, a.page ASC NULLS LAST,
        a.ordinal ASC NULLS LAST, a.article ASC NULLS LAST
    ) AS INT
  ) AS aid,
  CAST(DENSE_RANK() OVER (ORDER BY COALESCE(a.text_id, a.article) ASC NULLS LAST) AS INT) AS tid,
  CAST(DENSE_RANK() OVER (ORDER BY COALESCE(a.story, a.text_id, a.article) ASC NULLS LAST) AS INT) AS sid,
  COALESCE(a.text_id, a.article) AS text_id,
  COALESCE(a.story, a.text_id, a.article) AS story,
  a.article AS article,
  a.title AS title,
  a.kind AS kind,
  a.page AS page,
  p.paper AS paper,
  p.date AS date
FROM articles a LEFT JOIN pages p ON p.page = a.page;
DROP TABLE IF EXISTS evidence_sentences;
CREATE TABLE evidence_sentences (aid INT, sentence INT, start_at INT, end_at INT, page_spans STRING, text STRING)
