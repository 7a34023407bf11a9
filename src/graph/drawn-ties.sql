-- The ties between drawn entities: the backbone first, then the content layer, then by strength.
SELECT e.source, e.target, e.layer, e.articles, e.close, e.stories, e.backbone
FROM edges e
JOIN drawn_entities a ON a.entity = e.source
JOIN drawn_entities b ON b.entity = e.target
ORDER BY
  CASE WHEN e.backbone THEN 0 ELSE 1 END ASC NULLS LAST, CASE WHEN e.layer = 'content' THEN 0 ELSE 1 END ASC NULLS LAST,
  e.stories DESC NULLS LAST, e.close DESC NULLS LAST, e.articles DESC NULLS LAST, e.source ASC NULLS LAST,
  e.target ASC NULLS LAST, e.layer ASC NULLS LAST
LIMIT :max_edges
