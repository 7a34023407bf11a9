SELECT number, entity FROM entities ORDER BY number ASC NULLS LAST
