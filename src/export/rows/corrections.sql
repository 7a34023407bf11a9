SELECT line FROM corrections ORDER BY number ASC NULLS LAST
