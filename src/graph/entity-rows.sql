SELECT eid, entity, type, name, mentions, articles, stories, papers, first_date, last_date
FROM count_entity_rows
WHERE eid >= :first_row AND eid < :end_row
ORDER BY eid ASC NULLS LAST
