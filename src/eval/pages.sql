SELECT page, text FROM pages ORDER BY page NULLS LAST
