DROP TABLE IF EXISTS evidence_articles;
DROP TABLE IF EXISTS evidence_sentences;
