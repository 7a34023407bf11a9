-- The links of an article: the jump lines that join it to others, and the reprints of the text that it belongs to, kept and
-- refused; `other` is the article, or the first article of the text, at their other end.
WITH own AS (
  SELECT article AS id, 1 AS jumps FROM articles WHERE article = :article
  UNION ALL
  SELECT text_id AS id, 0 AS jumps FROM articles WHERE article = :article
),
ends AS (
  SELECT l.kind, l.source, l.target, l.target AS other
  FROM links l
  JOIN own o ON o.id = l.source AND o.jumps = CASE WHEN l.kind = 'jump' THEN 1 ELSE 0 END
  UNION ALL
  SELECT l.kind, l.source, l.target, l.source AS other
  FROM links l
  JOIN own o ON o.id = l.target AND o.jumps = CASE WHEN l.kind = 'jump' THEN 1 ELSE 0 END
)
SELECT
  e.kind, e.source, e.target, e.other, a.title, p.paper, p.date, l.score, l.shared, l.aligned, l.joined, l.reason
FROM ends e
JOIN links l ON l.kind = e.kind AND l.source = e.source AND l.target = e.target
JOIN articles a ON a.article = e.other
LEFT JOIN pages p ON p.page = a.page
ORDER BY
  CASE WHEN l.kind = 'jump' THEN 0 ELSE 1 END ASC NULLS LAST, l.joined DESC NULLS LAST, l.score DESC NULLS LAST,
  e.other ASC NULLS LAST, e.kind ASC NULLS LAST
