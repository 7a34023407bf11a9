-- A page's furniture is no article of its own to a reader.
SELECT 'articles' AS name, COUNT(*) AS total FROM articles WHERE kind <> 'masthead'
UNION ALL SELECT 'edges' AS name, COUNT(*) AS total FROM edges
UNION ALL SELECT 'entities' AS name, COUNT(*) AS total FROM entities
UNION ALL SELECT 'issues' AS name, COUNT(*) AS total FROM issues
UNION ALL SELECT 'mentions' AS name, COUNT(*) AS total FROM mentions
UNION ALL SELECT 'pages' AS name, COUNT(*) AS total FROM pages
UNION ALL SELECT 'sentences' AS name, COUNT(*) AS total FROM sentences
UNION ALL SELECT 'stories' AS name, COUNT(DISTINCT story) AS total FROM articles WHERE kind <> 'masthead'
ORDER BY name NULLS LAST
