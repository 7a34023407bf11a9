-- Ties between drawn entities that the map takes before this one (export/site-edges.sql has the order).
SELECT COUNT(*) AS earlier
FROM edges e
JOIN nodes a ON a.entity = e.source
JOIN nodes b ON b.entity = e.target
JOIN edges o ON o.source = :source AND o.target = :target AND o.layer = :layer
WHERE
  CASE WHEN e.backbone THEN 0 WHEN e.layer = 'content' THEN 1 ELSE 2 END
  < CASE WHEN o.backbone THEN 0 WHEN o.layer = 'content' THEN 1 ELSE 2 END
  OR (
    CASE WHEN e.backbone THEN 0 WHEN e.layer = 'content' THEN 1 ELSE 2 END
    = CASE WHEN o.backbone THEN 0 WHEN o.layer = 'content' THEN 1 ELSE 2 END
    AND (
      e.stories > o.stories OR (e.stories = o.stories AND e.close > o.close)
      OR (e.stories = o.stories AND e.close = o.close AND e.articles > o.articles)
      OR (e.stories = o.stories AND e.close = o.close AND e.articles = o.articles AND e.source < o.source)
      OR (
        e.stories = o.stories AND e.close = o.close AND e.articles = o.articles AND e.source = o.source
        AND e.target < o.target
      )
      OR (
        e.stories = o.stories AND e.close = o.close AND e.articles = o.articles AND e.source = o.source
        AND e.target = o.target AND e.layer < o.layer
      )
    )
  )
