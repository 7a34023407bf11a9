-- The words of the entities.
SELECT number, subtype, name, aliases FROM entities ORDER BY number ASC NULLS LAST
