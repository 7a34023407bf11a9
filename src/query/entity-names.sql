SELECT number, entity, type, name FROM entities WHERE number IN (:numbers) ORDER BY number ASC NULLS LAST
