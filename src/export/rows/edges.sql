SELECT
  source, target, layer, articles, close, texts, stories, papers, npmi, g2, p, q, backbone,
  backbone_rule, first_date, last_date
FROM edges
WHERE :layer = 'all' OR layer = :layer
ORDER BY source ASC NULLS LAST, target ASC NULLS LAST, layer ASC NULLS LAST
