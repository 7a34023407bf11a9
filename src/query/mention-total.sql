SELECT COUNT(*) AS mentions, COALESCE(MAX(number), 0) AS entities FROM evidence
