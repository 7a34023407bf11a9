SELECT page, text FROM pages ORDER BY page
