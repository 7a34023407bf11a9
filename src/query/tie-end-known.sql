-- One end of a tie where its ties are counted in memory.
SELECT COALESCE(l.stories, 0) AS stories, n.entity IS NOT NULL AS drawn
FROM entities e
LEFT JOIN layer_counts l ON l.number = e.number AND l.layer = 'content'
LEFT JOIN nodes n ON n.entity = e.entity
WHERE e.number = :number
