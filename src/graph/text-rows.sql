INSERT INTO texts
SELECT
  tid, MIN(sid) AS sid, MIN(text_id) AS text_id, MIN(date) AS date, MIN(paper) AS paper, COUNT(*) AS articles
FROM evidence_articles
GROUP BY tid
ORDER BY tid ASC NULLS LAST
