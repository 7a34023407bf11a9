SELECT code, COUNT(*) AS issue_rows, CAST(SUM(count) AS BIGINT) AS things FROM issues GROUP BY code ORDER BY code NULLS LAST
