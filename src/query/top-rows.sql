SELECT entity, type, name, aliases, mentions, articles, stories, papers, first_date, last_date
FROM entities
WHERE :type = '' OR type = :type
ORDER BY
  CASE
    WHEN :sort = 'mentions' THEN mentions
    WHEN :sort = 'articles' THEN articles
    WHEN :sort = 'papers' THEN papers
    ELSE stories
  END DESC NULLS LAST,
  stories DESC NULLS LAST, mentions DESC NULLS LAST, entity ASC NULLS LAST
LIMIT :max_rows
