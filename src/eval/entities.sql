SELECT entity, type, name FROM entities ORDER BY entity NULLS LAST
