SELECT 'articles' AS name, COUNT(*) AS total FROM articles
UNION ALL SELECT 'edges' AS name, COUNT(*) AS total FROM edges
UNION ALL SELECT 'entities' AS name, COUNT(*) AS total FROM entities
UNION ALL SELECT 'issues' AS name, COUNT(*) AS total FROM issues
UNION ALL SELECT 'mentions' AS name, COUNT(*) AS total FROM mentions
UNION ALL SELECT 'pages' AS name, COUNT(*) AS total FROM pages
UNION ALL SELECT 'sentences' AS name, COUNT(*) AS total FROM sentences
UNION ALL SELECT 'stories' AS name, COUNT(DISTINCT story) AS total FROM articles
ORDER BY name
