SELECT page, paper, place, date, source, sha256, chars, rules FROM pages ORDER BY page ASC NULLS LAST
