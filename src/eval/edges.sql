SELECT DISTINCT source, target FROM edges ORDER BY source NULLS LAST, target NULLS LAST
