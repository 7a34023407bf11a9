-- One end of a tie in the content layer: its stories, its ties and what they weigh together, whether it is drawn.
SELECT
  COALESCE(l.stories, 0) AS stories,
  t.ties,
  COALESCE(t.strength, 0) AS strength,
  n.entity IS NOT NULL AS drawn,
  (
    SELECT COUNT(*) + 1
    FROM layer_counts o
    WHERE
      o.layer = 'content' AND (
        o.stories > l.stories OR (o.stories = l.stories AND o.mentions > l.mentions)
        OR (o.stories = l.stories AND o.mentions = l.mentions AND o.entity < l.entity)
      )
  ) AS place
FROM entities e
LEFT JOIN layer_counts l ON l.number = e.number AND l.layer = 'content'
LEFT JOIN nodes n ON n.entity = e.entity
CROSS JOIN (
  SELECT COUNT(*) AS ties, CAST(SUM(stories) AS BIGINT) AS strength
  FROM edges
  WHERE layer = 'content' AND (source = :entity OR target = :entity)
) t
WHERE e.entity = :entity
