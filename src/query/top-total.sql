SELECT COUNT(*) AS total
FROM entities e
LEFT JOIN layer_counts l ON l.number = e.number AND l.layer = :layer
WHERE (:type = '' OR e.type = :type) AND (:layer = 'all' OR l.entity IS NOT NULL)
