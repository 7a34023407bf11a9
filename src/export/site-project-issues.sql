SELECT code, COUNT(*) AS issue_rows FROM issues GROUP BY code ORDER BY code ASC NULLS LAST
