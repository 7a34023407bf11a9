SELECT entity, type, name, aliases, mentions, articles, stories, papers, first_date, last_date, number
FROM entities
WHERE number = :number
