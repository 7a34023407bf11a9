SELECT layer, mentions, articles, stories, papers, first_date, last_date
FROM layer_counts
WHERE number = :number
ORDER BY CASE WHEN layer = 'content' THEN 0 WHEN layer = 'byline' THEN 1 ELSE 2 END ASC NULLS LAST
