SELECT COUNT(*) AS articles FROM evidence_articles
