SELECT DISTINCT source, target FROM edges ORDER BY source, target
