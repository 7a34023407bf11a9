SELECT entity, type, name FROM entities ORDER BY entity ASC NULLS LAST
