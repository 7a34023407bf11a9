DROP TABLE IF EXISTS count_mentions;
DROP TABLE IF EXISTS count_entities;
DROP TABLE IF EXISTS count_dates;
DROP TABLE IF EXISTS count_articles;
