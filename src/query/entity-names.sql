SELECT number, entity, type, name FROM entities ORDER BY number ASC NULLS LAST
