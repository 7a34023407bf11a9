-- The edges between drawn entities: the backbone (content layer) first, then the rest of it, then the other layers.
SELECT
  e.source, e.target, e.layer, e.articles, e.close, e.texts, e.stories, e.papers, e.npmi, e.g2, e.p, e.q, e.backbone,
  e.backbone_rule AS rule
FROM edges e
JOIN nodes a ON a.entity = e.source
JOIN nodes b ON b.entity = e.target
ORDER BY
  CASE WHEN e.backbone THEN 0 ELSE 1 END ASC NULLS LAST, CASE WHEN e.layer = 'content' THEN 0 ELSE 1 END ASC NULLS LAST,
  e.stories DESC NULLS LAST, e.close DESC NULLS LAST, e.articles DESC NULLS LAST, e.source ASC NULLS LAST,
  e.target ASC NULLS LAST, e.layer ASC NULLS LAST
LIMIT :max_edges
