SELECT
  layer, articles, close, texts, stories, papers, npmi, g2, p, q, backbone, backbone_rule, first_date, last_date
FROM edges
WHERE source = :source AND target = :target
ORDER BY layer ASC NULLS LAST
