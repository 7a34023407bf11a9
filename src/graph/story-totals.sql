-- The stories of the project, furniture aside, and how many entities could share two stories at all.
SELECT
  (
    SELECT COUNT(DISTINCT sid)
    FROM (
      SELECT sid FROM count_articles WHERE kind IS NULL OR kind <> 'masthead'
      UNION
      SELECT a.sid AS sid FROM count_mentions m JOIN count_articles a ON a.aid = m.aid WHERE m.depth = 0
    ) printed
  ) AS stories,
  (SELECT COUNT(*) FROM count_margins WHERE stories >= 2) AS testable,
  (SELECT COUNT(*) FROM count_edges WHERE depth = 0) AS content_edges
