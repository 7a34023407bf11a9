SELECT COUNT(*) AS total FROM issues WHERE :code = '' OR code = :code
