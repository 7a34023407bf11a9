DROP TABLE IF EXISTS count_kept;
DROP TABLE IF EXISTS count_named;
DROP TABLE IF EXISTS count_texts;
DROP TABLE IF EXISTS count_pairs;
DROP TABLE IF EXISTS count_pair_articles;
DROP TABLE IF EXISTS count_pair_sentences;
DROP TABLE IF EXISTS count_margins;
DROP TABLE IF EXISTS count_edges;
