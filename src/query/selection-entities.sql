-- The words of the entities, by number.
SELECT subtype, name, aliases FROM entities ORDER BY entity ASC NULLS LAST
