-- The tie's place among the ties of one end, in the order in which the backbone is picked (graph/count-edges.sql).
SELECT r.place
FROM (
  SELECT
    e.source,
    e.target,
    ROW_NUMBER() OVER (
      ORDER BY
        e.stories DESC NULLS LAST, e.close DESC NULLS LAST, e.articles DESC NULLS LAST,
        COALESCE(a.mentions, 0) + COALESCE(b.mentions, 0) DESC NULLS LAST, e.source ASC NULLS LAST,
        e.target ASC NULLS LAST
    ) AS place
  FROM edges e
  LEFT JOIN layer_counts a ON a.entity = e.source AND a.layer = 'content'
  LEFT JOIN layer_counts b ON b.entity = e.target AND b.layer = 'content'
  WHERE e.layer = 'content' AND (e.source = :entity OR e.target = :entity)
) r
WHERE r.source = :source AND r.target = :target
