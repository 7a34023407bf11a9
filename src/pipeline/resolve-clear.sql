-- What a question is asked of, emptied.
DROP TABLE IF EXISTS resolve_pairs;
CREATE TABLE resolve_pairs (one VARCHAR, other VARCHAR, region VARCHAR);
DROP TABLE IF EXISTS resolve_wanted;
CREATE TABLE resolve_wanted (entity VARCHAR);
DROP TABLE IF EXISTS resolve_scopes;
CREATE TABLE resolve_scopes (kind VARCHAR, id VARCHAR)
