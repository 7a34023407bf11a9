SELECT name, size, stability FROM communities ORDER BY community ASC NULLS LAST
