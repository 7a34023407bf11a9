-- Of the ties that graph.json carries (site-edges.sql) those of the backbone, by the rule that keeps them.
SELECT b.backbone_rule AS rule, COUNT(*) AS edges
FROM (
  SELECT e.backbone_rule
  FROM edges e
  JOIN nodes s ON s.entity = e.source
  JOIN nodes t ON t.entity = e.target
  WHERE e.backbone
  ORDER BY
    e.stories DESC NULLS LAST, e.close DESC NULLS LAST, e.articles DESC NULLS LAST, e.source ASC NULLS LAST,
    e.target ASC NULLS LAST
  LIMIT :max_edges
) b
GROUP BY b.backbone_rule
ORDER BY b.backbone_rule ASC NULLS LAST
