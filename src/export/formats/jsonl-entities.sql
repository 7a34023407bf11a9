SELECT
  entity, type, subtype, name, aliases, mentions, articles, stories, papers, first_date, last_date
FROM entities
ORDER BY entity ASC NULLS LAST
