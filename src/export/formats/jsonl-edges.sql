SELECT
  source, target, layer, articles, close, texts, stories, papers, npmi, g2, p, q, backbone, first_date, last_date
FROM edges
ORDER BY source ASC NULLS LAST, target ASC NULLS LAST, layer ASC NULLS LAST
