-- Straight from the mentions, whatever was counted: texts that name both, and the most sentences of one text that do in
-- the content layer.
SELECT
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT COALESCE(a.text_id, a.article) AS text_id
      FROM mentions m JOIN articles a ON a.article = m.article
      WHERE m.entity = :source
    ) s
    JOIN (
      SELECT DISTINCT COALESCE(a.text_id, a.article) AS text_id
      FROM mentions m JOIN articles a ON a.article = m.article
      WHERE m.entity = :target
    ) t ON t.text_id = s.text_id
  ) AS texts,
  (
    SELECT COALESCE(MAX(c.sentences), 0)
    FROM (
      SELECT COALESCE(a.text_id, a.article) AS text_id, COUNT(*) AS sentences
      FROM (SELECT DISTINCT article, sentence FROM mentions WHERE entity = :source AND layer = 'content') s
      JOIN (SELECT DISTINCT article, sentence FROM mentions WHERE entity = :target AND layer = 'content') t
        ON t.article = s.article AND t.sentence = s.sentence
      JOIN articles a ON a.article = s.article
      GROUP BY COALESCE(a.text_id, a.article)
    ) c
  ) AS sentences
