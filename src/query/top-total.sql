SELECT COUNT(*) AS total FROM entities WHERE :type = '' OR type = :type
