-- What the shards hold, before names are resolved.
DROP TABLE IF EXISTS read_mentions;
CREATE TABLE read_mentions AS SELECT * FROM mentions WHERE 1 = 0;
DROP TABLE IF EXISTS read_decisions;
CREATE TABLE read_decisions AS SELECT * FROM decisions WHERE 1 = 0;
DROP TABLE IF EXISTS read_offices;
CREATE TABLE read_offices (article VARCHAR, person VARCHAR, body VARCHAR, body_at INTEGER, title VARCHAR)
