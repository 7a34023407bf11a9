SELECT COUNT(*) AS entities FROM count_entities
