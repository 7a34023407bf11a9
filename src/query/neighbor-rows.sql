SELECT
  o.entity, o.type, o.name, n.layer, n.articles, n.close, n.texts, n.stories, n.papers, n.npmi, n.g2, n.p, n.q,
  n.backbone, n.first_date, n.last_date
FROM (
  SELECT
    target AS other, layer, articles, close, texts, stories, papers, npmi, g2, p, q, backbone, first_date, last_date
  FROM edges
  WHERE source = :entity AND layer = :layer
  UNION ALL
  SELECT
    source AS other, layer, articles, close, texts, stories, papers, npmi, g2, p, q, backbone, first_date, last_date
  FROM edges
  WHERE target = :entity AND layer = :layer
) n
JOIN entities o ON o.entity = n.other
ORDER BY
  n.stories DESC NULLS LAST, n.close DESC NULLS LAST, n.articles DESC NULLS LAST, o.stories DESC NULLS LAST,
  o.mentions DESC NULLS LAST, o.entity ASC NULLS LAST
