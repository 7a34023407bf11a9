SELECT article, page, kind, title, pieces, continued_from, continued_to FROM articles ORDER BY page NULLS LAST, ordinal NULLS LAST
