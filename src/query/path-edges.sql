SELECT
  source, target, layer, articles, close, texts, stories, papers, npmi, g2, p, q, backbone, first_date, last_date
FROM edges
WHERE layer = :layer
ORDER BY
  stories DESC NULLS LAST, close DESC NULLS LAST, articles DESC NULLS LAST, source ASC NULLS LAST, target ASC NULLS LAST
LIMIT :max_edges
