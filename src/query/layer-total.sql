SELECT COUNT(*) AS edges FROM edges WHERE layer = :layer
