SELECT number, aliases FROM entities WHERE aliases <> '[]' ORDER BY number ASC NULLS LAST
