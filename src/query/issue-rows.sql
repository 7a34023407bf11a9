SELECT page, article, code, message, count
FROM issues
WHERE :code = '' OR code = :code
ORDER BY code NULLS LAST, page NULLS FIRST, article NULLS FIRST, message NULLS LAST
LIMIT :max_rows
