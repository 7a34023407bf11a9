-- The distinct 2x2 tables of the content layer: millions of pairs share a few thousand of them.
SELECT depth, stories, source_stories, target_stories, COUNT(*) AS pairs
FROM count_edges
WHERE depth = 0 AND stories >= :least
GROUP BY depth, stories, source_stories, target_stories
ORDER BY stories ASC NULLS LAST, source_stories ASC NULLS LAST, target_stories ASC NULLS LAST
